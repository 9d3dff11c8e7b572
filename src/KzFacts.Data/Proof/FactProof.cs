using System.Security.Cryptography;
using System.Text;

namespace KzFacts.Data.Proof;

/// <summary>Whether the bytes of a fact's document have the hash that they name.</summary>
public enum OwnHash { Right, Wrong, NotWithoutClaims }

/// <summary>What a snapshot holds of a fact that a saved answer gives.</summary>
/// <param name="Held">The version it is, or that comes closest; null where the snapshot holds no fact of this id.</param>
/// <param name="IsHeld">Whether it is that version, byte for byte.</param>
public sealed record FactProof(string Id, OwnHash Hash, HeldVersion? Held, bool IsHeld)
{
    /// <summary>The hash is the last member of a document, and was empty when it was made.</summary>
    public static OwnHash HashOf(ReadOnlySpan<byte> document)
    {
        const int Tail = 66; // 64 digits, a quotation mark and a brace
        if (document.Length < Tail) return OwnHash.Wrong;
        byte[] unhashed = [.. document[..^Tail], .. "\"}"u8];
        return Encoding.ASCII.GetString(document[^Tail..^2]) == Convert.ToHexStringLower(SHA256.HashData(unhashed))
            ? OwnHash.Right : OwnHash.Wrong;
    }
}

/// <summary>A version of a fact as the snapshot holds it.</summary>
/// <param name="From">The first day on whose end it held.</param>
/// <param name="Until">The first day on whose end it no longer held, or null while it holds.</param>
public sealed record HeldVersion(byte[] Json, DateOnly? From, DateOnly? Until, bool IsPresent);
