using System.Globalization;
using FluentAssertions;
using KzFacts.Data;
using KzFacts.Data.Checking;
using KzFacts.Data.Facts;
using KzFacts.Tests.Compiler;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Checking;

/// <summary>Every fact, told with one thing changed: hardly ever may a sentence that is wrong be called supported.</summary>
public sealed class AlteredFactTests(Served served)
{
    /// <summary>The most of a hundred wrong sentences that may come back as supported.</summary>
    const double Most = 0.01;

    [Fact]
    public void A_wrong_day_is_not_supported() => AreNotSupported(
        from held in All<Event>()
        where held.Day() is not null
        select ($"{held.Title} on {held.Last.AddDays(4).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.", (DateOnly?)null));

    [Fact]
    public void A_doubled_count_is_not_supported_where_the_text_gives_day_and_place() => AreNotSupported(
        from toll in All<Toll>()
        where toll.Count?.Min is not null && toll.Count.IsExact() && toll.Day() is not null && Verbs.ContainsKey(toll.Measure)
            && !All<Toll>().Any(other => other.Measure == toll.Measure && other.Count?.Min == 2 * toll.Count.Min)
        select ($"{toll.Places[0].Name}, {toll.Last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.\n\n"
            + $"{2 * toll.Count!.Min} people were {Verbs[toll.Measure]}.", (DateOnly?)null));

    [Fact]
    public void Another_speaker_is_not_supported() => AreNotSupported(
        from statement in All<Statement>()
        let other = statement.Speaker.Id == "sergei-lavrov" ? "Angela Merkel" : "Sergei Lavrov"
        select ($"{other} {Lowered(statement.Paraphrase)}", (DateOnly?)null));

    [Fact]
    public void A_statement_with_never_put_before_its_verb_is_not_supported() => AreNotSupported(
        from statement in All<Statement>()
        select ($"{statement.Speaker.Name} never {Lowered(statement.Paraphrase)}", (DateOnly?)null));

    [Fact]
    public void A_price_that_goes_the_other_way_is_not_supported() => AreNotSupported(
        from price in All<PriceChange>()
        where price.Before is { Min: not null } && price.After is { Min: not null } && price.Before.IsExact() && price.After.IsExact()
        let rises = price.After!.Min > price.Before!.Min
        select ($"{Label(price)} {(rises ? "fell" : "rose")} from {price.After!.Min} to {price.Before!.Min} {price.Currency ?? "percent"}"
            + $"{(price.Places.Count > 0 ? $" in {price.Places[0].Name}" : "")}.", (DateOnly?)null));

    [Fact]
    public void Troops_that_go_to_their_sender_are_not_supported() => AreNotSupported(
        from deployment in All<Deployment>()
        where deployment.Personnel is { Min: not null } && deployment.Contributor.Id != "kazakhstan"
        select ($"Kazakhstan sent {deployment.Personnel!.Min} soldiers to {deployment.Contributor.Name}.", (DateOnly?)null));

    static readonly Dictionary<string, string> Verbs =
        new() { ["killed"] = "killed", ["injured"] = "injured", ["detained"] = "detained", ["hospitalised"] = "hospitalised" };

    static string Label(PriceChange price) => price.Title.Split(',')[0];

    static string Lowered(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    IEnumerable<TFact> All<TFact>() where TFact : Fact =>
        served.Snapshot.All(Catalog.Facts, new()).OfType<TFact>().Where(fact => fact.Status != Status.Retracted);

    void AreNotSupported(IEnumerable<(string Text, DateOnly? Date)> texts)
    {
        var all = texts.ToList();
        var wrong = all.Where(one => Checked.FactsOf(served.Snapshot, one.Text, one.Date)
            .Any(fact => fact.Judgement == Judgement.Supports)).Select(one => one.Text).ToList();

        wrong.Should().HaveCountLessThanOrEqualTo((int)(Most * all.Count), "of {0} wrong sentences {1} came back as supported: {2}",
            all.Count, wrong.Count, string.Join("\n", wrong));
    }
}
