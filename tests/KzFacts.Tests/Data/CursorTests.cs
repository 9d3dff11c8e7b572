using System.Text;
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

    [Fact]
    public void A_cursor_is_read_as_it_was_written() => Any.Sample(cursor => Cursor.Parse(cursor.ToString()) == cursor);

    [Fact]
    public void A_cursor_needs_no_escaping_in_an_address() =>
        Any.Sample(cursor => Uri.EscapeDataString(cursor.ToString()) == cursor.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("next")]
    [InlineData("2022-01-05-almaty-unrest")]
    [InlineData("====")]
    [InlineData("\0")]
    [InlineData("жалын")]
    public void Garbage_is_not_a_cursor(string text)
    {
        Cursor.Parse(text).Should().BeNull();
    }

    [Theory]
    [InlineData("2022-01-05")]
    [InlineData("2022-01-05|16:00")]
    [InlineData("2022-01-05|16:00|")]
    [InlineData("2022-01-05|16:00|a|b")]
    public void A_cursor_needs_a_day_a_time_and_an_id(string text)
    {
        Cursor.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')).Should().BeNull();
    }

    [Fact]
    public void Text_that_is_too_long_is_not_a_cursor()
    {
        Cursor.Parse(new Cursor("2022-01-05", "", new string('a', 600)).ToString()).Should().BeNull();
    }

    [Fact]
    public void Any_text_is_a_cursor_or_none_and_never_fails() =>
        Gen.String.Sample(text => Cursor.Parse(text) is null or { Id.Length: > 0 });
}
