using System.Security.Cryptography;

namespace KzFacts.Data.Querying;

/// <summary>The SHA-256 of a snapshot file. It stands after the last page of the database, where SQLite does not look, because the
/// header of the file gives the number of pages. So one rename or download carries the file and its hash together.</summary>
public static class SnapshotChecksum
{
    static ReadOnlySpan<byte> Mark => "KzFacts SHA-256\n"u8;

    /// <summary>The number of bytes after the last page.</summary>
    static int Length => Mark.Length + SHA256.HashSizeInBytes;

    /// <summary>Hashes a finished file and appends the hash.</summary>
    public static void Append(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var hash = SHA256.HashData(stream);
        stream.Write(Mark);
        stream.Write(hash);
        stream.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidSnapshotException">The file has no hash, or its bytes do not match the hash.</exception>
    public static void Verify(string file, CancellationToken cancel = default)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0,
            FileOptions.SequentialScan);
        var left = stream.Length - Length;
        if (left < 0) throw new InvalidSnapshotException(file, "it is too short to be a snapshot; compile the seeds again");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[1 << 20];
        for (int read; left > 0; left -= read)
        {
            cancel.ThrowIfCancellationRequested();
            read = stream.Read(part, 0, (int)Math.Min(part.Length, left));
            if (read == 0) throw new InvalidSnapshotException(file, "it became shorter while it was read");
            hash.AppendData(part, 0, read);
        }
        var end = part.AsSpan(0, Length);
        stream.ReadExactly(end);
        if (!end.StartsWith(Mark))
            throw new InvalidSnapshotException(file,
                "it does not end with its checksum: it is cut off, or no snapshot of this version; compile the seeds again");
        if (!end[Mark.Length..].SequenceEqual(hash.GetHashAndReset()))
            throw new InvalidSnapshotException(file,
                "its bytes are not those that were compiled: its checksum differs; compile the seeds again, or copy the file again");
    }
}
