using FluentAssertions;
using KzFacts.Tests.Support;
using Microsoft.AspNetCore.RateLimiting;

namespace KzFacts.Tests.Fuzzing;

/// <summary>A new address joins what holds for all addresses. The tests of generated requests, which also measure the memory, take
/// their addresses from the same lists.</summary>
public sealed class AddressTests(Served served)
{
    [Fact]
    public async Task Every_address_is_limited_for_each_client_except_those_of_the_operator() =>
        (await AddressesAsync()).All.Where(one => one.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
            .Select(Addresses.PathOf).Should().BeEquivalentTo("/health/live", "/health/ready", "/metrics");

    [Fact]
    public async Task Every_address_of_the_API_is_in_the_contract() =>
        (await AddressesAsync()).OfPages.Select(Addresses.PathOf)
            .Where(path => path.StartsWith("/v1", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public async Task Every_address_outside_the_contract_is_one_for_which_pages_are_drawn() =>
        (await AddressesAsync()).OfPages.Where(one => !Addresses.MethodsOf(one).Contains("GET"))
            .Select(Addresses.PathOf).Should().BeEmpty();

    async Task<Addresses> AddressesAsync()
    {
        await using var server = Served.Start(null, served.Database, ("KzFacts:Metrics", "true"));
        return new(server, await served.GetAsync("/openapi/kzfacts-v1.json"));
    }
}
