using FluentAssertions;
using KzFacts.Data.Querying;
using KzFacts.Data.Text.Urls;
using KzFacts.Tests.Support;

namespace KzFacts.Tests.Data;

/// <summary>Forms in which people paste the addresses of held pages, and addresses that only look like them.</summary>
public sealed class AddressFormTests(Served served)
{
    sealed record Form(bool IsHeld, string Name, string Address, string Source);

    static readonly IReadOnlyList<Form> Forms = [.. File.ReadLines(Repository.Path("tests", "KzFacts.Tests", "Data", "address-forms.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
        .Select(columns => new Form(columns[0] == "must", columns[1], columns[2], columns[3]))];

    public static readonly TheoryData<string> Held = [.. Forms.Where(form => form.IsHeld).Select(form => form.Name)],
        Others = [.. Forms.Where(form => !form.IsHeld).Select(form => form.Name)];

    [Theory, MemberData(nameof(Held))]
    public void A_form_of_a_held_page_finds_it(string name)
    {
        var form = Forms.Single(one => one.IsHeld && one.Name == name);

        Find(form.Address).Source.Should().Be(form.Source);
    }

    [Theory, MemberData(nameof(Others))]
    public void An_address_of_another_page_finds_nothing(string name)
    {
        var form = Forms.Single(one => !one.IsHeld && one.Name == name);

        if (WebAddress.Of(form.Address) is not null) Find(form.Address).Source.Should().BeNull();
        else FluentActions.Invoking(() => Find(form.Address)).Should().Throw<InvalidParametersException>();
    }

    LookupPage Find(string address)
    {
        using var lane = served.Snapshot.Rent(TimeSpan.FromSeconds(30));
        return Lookup.Find(lane, address);
    }
}
