using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Facts;
using KzFacts.Data.Proof;
using KzFacts.Data.Querying;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Data;

public sealed class AnswerProofTests(Served served)
{
    const string SeedArticle = "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/",
        Dead = "/v1/facts/2022-01-09-killed-164";

    [Theory]
    [InlineData(Dead)]
    [InlineData($"{Dead}?asOf=2022-01-09")]
    [InlineData($"{Dead}?asOf=2022-01-12")]
    [InlineData($"{Dead}/history")]
    [InlineData("/v1/tolls?limit=500&asOf=2022-01-10")]
    [InlineData("/v1/facts?limit=500&expand=claims")]
    [InlineData("/v1/statements?sort=-date&limit=3")]
    [InlineData("/v1/search?q=killed&expand=claims")]
    [InlineData($"/v1/lookup?url={SeedArticle}")]
    [InlineData($"/v1/lookup?url={SeedArticle}&expand=claims")]
    [InlineData($"/v1/lookup?url={SeedArticle}&claim=2022-01-01-lpg-mangystau-doubled")]
    [InlineData($"/v1/lookup?url={SeedArticle}%23%3A~%3Atext%3D31st%2520brigade")]
    [InlineData("/v1/lookup?url=tass.ru/mezhdunarodnaya-panorama/13379037&asOf=2022-01-09")]
    [InlineData("/v1/lookup?url=tass.ru/mezhdunarodnaya-panorama/13379037&asOf=2022-01-08")]
    [InlineData("/v1/lookup?url=https://example.org/nothing")]
    [InlineData("/v1/sources?limit=500")]
    [InlineData("/v1/places/russia")]
    [InlineData("/v1/actors/russia")]
    public async Task An_answer_as_it_was_saved_holds(string path)
    {
        var proof = Verify(await SavedAsync(path));

        proof.Differences.Should().BeEmpty();
        proof.Facts.Should().NotContain(fact => !fact.IsHeld || fact.Hash == OwnHash.Wrong);
    }

    [Fact]
    public async Task Answers_for_many_pages_hold()
    {
        using var response = await served.Client.PostAsJsonAsync("/v1/lookup",
            new { urls = new[] { SeedArticle, "https://t.co/x", "https://tass.ru/mezhdunarodnaya-panorama/13379037" } },
            TestContext.Current.CancellationToken);

        Verify(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task White_space_between_tokens_and_a_byte_order_mark_do_not_count()
    {
        var printed = JsonNode.Parse(await SavedAsync(Dead))!.ToJsonString(
            new() { WriteIndented = true, Encoder = FactJson.Options.Encoder });

        Verify([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(printed)]).Holds.Should().BeTrue();
    }

    [Fact]
    public async Task A_document_is_reported_as_the_present_or_an_older_version_with_its_days()
    {
        var (present, older) = (Verify(await SavedAsync(Dead)).Facts.Single(),
            Verify(await SavedAsync($"{Dead}?asOf=2022-01-12")).Facts.Single());

        (present.Hash, present.Held!.IsPresent).Should().Be((OwnHash.Right, true));
        (older.Held!.From, older.Held.Until, older.Held.IsPresent).Should()
            .Be((new DateOnly(2022, 1, 10), new DateOnly(2022, 1, 15), false));
    }

    [Theory]
    [InlineData(Dead)]
    [InlineData($"{Dead}?asOf=2022-01-12")]
    [InlineData($"{Dead}/history")]
    [InlineData($"/v1/lookup?url={SeedArticle}&claim=2022-01-06-russia-31st-brigade-possible")]
    [InlineData("/v1/lookup?url=tass.ru/mezhdunarodnaya-panorama/13379037&asOf=2022-01-09")]
    [InlineData("/v1/lookup?url=https://www.pledgetimes.com/another-article/")]
    [InlineData("/v1/places/russia")]
    public async Task Any_byte_that_is_changed_makes_it_fail(string path)
    {
        var saved = await SavedAsync(path);

        Changes(saved).Sample(changed => !Holds(changed), iter: 300, threads: 1, print: Encoding.UTF8.GetString);
    }

    [Theory]
    [InlineData("/v1/facts?limit=2&count=true", "count, nextCursor, next")]
    [InlineData("/v1/search?q=killed&limit=2&facets=kind", "snippets, snippets, match, total, facets")]
    public async Task A_changed_byte_in_a_list_or_a_search_fails_or_is_in_a_member_reported_as_not_proven(string path,
        string notProven)
    {
        var saved = await SavedAsync(path);
        string.Join(", ", Verify(saved).NotProven.Select(member => member.Split(' ')[0])).Should().Be(notProven);

        Changes(saved).Sample(changed => !Holds(changed) || !Verify(changed).NotProven.SequenceEqual(Verify(saved).NotProven), iter: 500,
            threads: 1, print: Encoding.UTF8.GetString);
    }

    [Fact]
    public async Task A_difference_is_reported_with_both_values()
    {
        var changed = Encoding.UTF8.GetString(await SavedAsync("/v1/lookup?url=tass.ru/mezhdunarodnaya-panorama/13379037"))
            .Replace("\"title\":\"Killed, Kazakhstan: 164\"", "\"title\":\"Killed, Kazakhstan: 165\"");

        var proof = Verify(Encoding.UTF8.GetBytes(changed));

        proof.Differences.Should()
            .Equal("claims[0].fact.title: here \"Killed, Kazakhstan: 165\", in the snapshot \"Killed, Kazakhstan: 164\"");
    }

    [Fact]
    public async Task A_document_with_a_right_hash_that_the_snapshot_lacks_is_from_another_revision()
    {
        var fact = FactJson.Read<Fact>(await SavedAsync(Dead)) with { Title = "Killed: 165", Hash = "" };
        var rehashed = fact with { Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(FactJson.Utf8(fact))) };

        var proof = Verify(FactJson.Utf8(rehashed));

        proof.Facts.Single().Should().Match<FactProof>(one => one.Hash == OwnHash.Right && !one.IsHeld);
        proof.Differences.Should().Contain(difference => difference.StartsWith("title: ", StringComparison.Ordinal)).And.Contain(
            difference => difference.StartsWith("hash: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id,kind\n2022-01-09-killed-164,toll\n", "it is not JSON")]
    [InlineData("""{"data":{"fact":{"id":"2022-01-09-killed-164"}}}""", "not an answer that can be made from a snapshot")]
    [InlineData("""{"@context":"https://schema.org","@graph":[]}""", "not an answer that can be made from a snapshot")]
    [InlineData("""{"id":"2022-01-09-killed-164","text":"","hash":""}""", "not an answer that can be made from a snapshot")]
    [InlineData("""{"match":{},"url":"\ud800"}""", "it is not JSON")]
    [InlineData("""{"revision":"x","items":[],"\udc00":1}""", "it is not JSON")]
    [InlineData("[]", "it is not an object")]
    [InlineData("", "it is not JSON")]
    public void An_answer_without_complete_documents_is_refused(string saved, string reason)
    {
        var verify = () => Verify(Encoding.UTF8.GetBytes(saved));

        verify.Should().Throw<InvalidParametersException>().WithMessage($"*{reason}*save, as it came, a JSON answer*");
    }

    [Theory]
    [InlineData("""
        {"revision":"x","items":[5,{"id":"nobody"},{"id":"nothing","kind":"toll","hash":"x"},{"match":{},"url":"no address"}]}
        """, 5)]
    [InlineData("""{"id":"2022-01-09-killed-164","kind":"toll","hash":"x"}""", 20)]
    public void Garbage_of_the_right_shape_differs(string saved, int differences) =>
        Verify(Encoding.UTF8.GetBytes(saved)).Differences.Should().HaveCountGreaterThanOrEqualTo(differences);

    static Gen<byte[]> Changes(byte[] saved) => Gen.Select(Gen.Int[0, saved.Length - 1], Gen.Byte[1, 255]).Select((at, change) =>
    {
        var changed = saved.ToArray();
        changed[at] ^= change;
        return changed;
    });

    bool Holds(byte[] saved)
    {
        try
        {
            return Verify(saved).Holds;
        }
        catch (InvalidParametersException)
        {
            return false;
        }
    }

    AnswerProof Verify(byte[] saved) => AnswerProof.Of(served.Snapshot, saved);

    Task<byte[]> SavedAsync(string path) => served.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
}
