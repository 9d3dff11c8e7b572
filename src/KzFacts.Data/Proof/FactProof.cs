using System.Security.Cryptography;
using System.Text;

namespace KzFacts.Data.Proof;

/// <summary>Whether the hash in a fact's document matches the bytes of the document.</summary>
public enum OwnHash { Right, Wrong, NotWithoutClaims }

/// <summary>What a snapshot holds of a fact in a saved answer.</summary>
/// <param name="Held">The matching version, or the closest one. Null if the snapshot has no fact with this id.</param>
/// <param name="IsHeld">Whether the version matches byte by byte.</param>
public sealed record FactProof(string Id, OwnHash Hash, HeldVersion? Held, bool IsHeld)
{
    /// <summary>The hash is the last member of a document. It was empty when the document was hashed.</summary>
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
/// <param name="From">The first day at whose end it held.</param>
/// <param name="Until">The first day at whose end it no longer held. Null if it still holds.</param>
public sealed record HeldVersion(byte[] Json, DateOnly? From, DateOnly? Until, bool IsPresent);
