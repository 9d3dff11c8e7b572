using FluentAssertions;
using KzFacts.Data.Facts;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Rest;

public sealed class ListTests(Served served)
{
    [Fact]
    public async Task A_list_gives_cards_in_the_order_of_first_day_time_and_id()
    {
        var events = await served.ListAsync<Event>("/v1/events?limit=500");

        events.Should().HaveCount(253).And.OnlyContain(fact => fact.Claims == null);
        events.Select(fact => (fact.First, fact.Time ?? "", fact.Id)).Should()
            .Equal(events.OrderBy(fact => fact.First).ThenBy(fact => fact.Time ?? "", StringComparer.Ordinal).ThenBy(fact => fact.Id, StringComparer.Ordinal).Select(fact => (fact.First, fact.Time ?? "", fact.Id)));
    }
}
