using System.Text.Json;
using FluentAssertions;

namespace KzFacts.Tests.Live;

/// <summary>A copy of all facts that is built from the changes alone.</summary>
sealed class Mirror
{
    public Dictionary<string, string> Facts { get; } = [];

    public void Apply(IEnumerable<JsonElement> changes)
    {
        foreach (var change in changes) Apply(change);
    }

    public void Apply(JsonElement change)
    {
        var (fact, action) = (change.GetProperty("fact").GetString()!, change.GetProperty("action").GetString());
        if (action == "removed") Facts.Remove(fact);
        else Facts[fact] = change.GetProperty("after").GetRawText();
        change.GetProperty("before").ValueKind.Should().Be(action == "added" ? JsonValueKind.Null : JsonValueKind.Object);
        change.GetProperty("after").ValueKind.Should().Be(action == "removed" ? JsonValueKind.Null : JsonValueKind.Object);
    }
}
