using CsCheck;
using FluentAssertions;
using KzFacts.Data.Querying;

namespace KzFacts.Tests.Data;

public sealed class CursorTests
{
    static readonly Gen<string> Id = Gen.OneOf<char>(Gen.Char.AlphaNumeric, Gen.Const('-'))
        .Array[1, 100].Select(letters => new string(letters));
    static readonly Gen<string> Day = Gen.Date.Select(day => $"{day:yyyy-MM-dd}");
    static readonly Gen<string> Time = Gen.OneOf<string>(
        Gen.Const(""),
        Gen.Select(Gen.Int[0, 23], Gen.Int[0, 59], (hour, minute) => $"{hour:00}:{minute:00}"));
    static readonly Gen<Cursor> Any = Gen.OneOf<Cursor>(
        Gen.Select(Day, Time, Id, (day, time, id) => new Cursor(day, time, id)),
        Id.Select(id => new Cursor("", "", id)));

    static readonly CursorScope Scope = CursorScope.Of("facts", new AnyFactFilter { Kind = ["toll", "event"], MinOrigins = 2 },
        descending: false);

    [Fact]
    public void A_cursor_is_read_as_it_was_written() => Any.Sample(cursor => Scope.Read(Scope.Write(cursor), out _) == cursor);

    [Fact]
    public void A_cursor_needs_no_escaping_in_an_address() =>
        Any.Sample(cursor => Uri.EscapeDataString(Scope.Write(cursor)) == Scope.Write(cursor));

    [Fact]
    public void A_part_of_a_cursor_is_not_a_cursor() =>
        Any.Sample(cursor => Enumerable.Range(0, Scope.Write(cursor).Length).All(length =>
            Scope.Read(Scope.Write(cursor)[..length], out var fault) is null && fault == "is not a cursor, or a part of it is missing"));

    [Fact]
    public void A_cursor_with_another_letter_is_not_a_cursor() =>
        Gen.Select(Any, Gen.Int[0, 1000], Gen.Char.AlphaNumeric).Sample((cursor, at, letter) =>
        {
            var text = Scope.Write(cursor).ToCharArray();
            if (text[at % text.Length] == letter) return true;
            text[at % text.Length] = letter;
            return Scope.Read(new(text), out _) is not { } read || read == cursor; // the last letter may hold unused bits
        });

    [Fact]
    public void A_cursor_of_another_list_is_refused() => FaultOf(CursorScope.Of("events", new AnyFactFilter(), false))
        .Should().Be("is a cursor of another list");

    [Fact]
    public void A_cursor_of_another_filter_is_refused() =>
        FaultOf(CursorScope.Of("facts", new AnyFactFilter { Kind = ["toll"], MinOrigins = 2 }, false))
            .Should().Be("is a cursor of another filter or order");

    [Fact]
    public void A_cursor_of_the_other_order_is_refused() =>
        FaultOf(CursorScope.Of("facts", new AnyFactFilter { Kind = ["toll", "event"], MinOrigins = 2 }, descending: true))
            .Should().Be("is a cursor of another filter or order");

    [Fact]
    public void The_order_of_the_values_of_a_filter_does_not_matter() =>
        FaultOf(CursorScope.Of("facts", new AnyFactFilter { Kind = ["event", "toll"], MinOrigins = 2 }, false)).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("next")]
    [InlineData("2022-01-05-almaty-unrest")]
    [InlineData("====")]
    [InlineData("\0")]
    [InlineData("жалын")]
    [InlineData("enp6enx4eHx5eQ")]
    public void Garbage_is_not_a_cursor(string text)
    {
        Scope.Read(text, out _).Should().BeNull();
    }

    [Fact]
    public void Text_that_is_too_long_is_not_a_cursor()
    {
        Scope.Read(Scope.Write(new("2022-01-05", "", new string('a', 600))), out _).Should().BeNull();
    }

    [Fact]
    public void Any_text_is_a_cursor_or_none_and_never_fails() =>
        Gen.String.Sample(text => Scope.Read(text, out _) is null or { Id.Length: > 0 });

    static string? FaultOf(CursorScope other)
    {
        other.Read(Scope.Write(new("2022-01-05", "16:00", "a")), out var fault);
        return fault;
    }
}
