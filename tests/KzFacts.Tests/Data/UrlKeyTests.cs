using FluentAssertions;
using KzFacts.Data.Text;

namespace KzFacts.Tests.Data;

public sealed class UrlKeyTests
{
    const string Page = "https://tass.ru/obschestvo/13379037";

    public static readonly TheoryData<string, string> SamePages = new()
    {
        { Page, "http://tass.ru/obschestvo/13379037" },
        { Page, "https://www.tass.ru/obschestvo/13379037" },
        { Page, "https://tass.ru/obschestvo/13379037/" },
        { Page, "https://tass.ru/obschestvo/13379037//" },
        { Page, "https://tass.ru/obschestvo/13379037#comments" },
        { Page, "https://tass.ru/obschestvo/13379037#:~:text=dead" },
        { Page, "https://tass.ru/obschestvo/13379037?" },
        { Page, "https://tass.ru/obschestvo/13379037?&" },
        { Page, "HTTPS://TASS.RU/obschestvo/13379037" },
        { Page, "https://Tass.Ru/obschestvo/13379037" },
        { Page, "https://tass.ru:443/obschestvo/13379037" },
        { Page, "http://tass.ru:80/obschestvo/13379037" },
        { Page, "https://tass.ru./obschestvo/13379037" },
        { Page, "tass.ru/obschestvo/13379037" },
        { Page, "www.tass.ru/obschestvo/13379037" },
        { Page, "//tass.ru/obschestvo/13379037" },
        { Page, "  https://tass.ru/obschestvo/13379037\n" },
        { Page, "<https://tass.ru/obschestvo/13379037>" },
        { Page, "https://tass.ru/./obschestvo/13379037" },
        { Page, "https://tass.ru/politika/../obschestvo/13379037" },
        { Page, "https://tass.ru/%6Fbschestvo/13379037" },
        { Page, "https://tass.ru/obschestvo/13379037?utm_source=yxnews&utm_medium=desktop" },
        { Page, "https://tass.ru/obschestvo/13379037?UTM_SOURCE=yxnews" },
        { Page, "https://tass.ru/obschestvo/13379037?utm%5Fsource=yxnews" },
        { Page, "https://tass.ru/obschestvo/13379037?fbclid=IwAR0" },
        { Page, "https://tass.ru/obschestvo/13379037?gclid=Cj0" },
        { Page, "https://tass.ru/obschestvo/13379037?yclid=7" },
        { Page, "https://tass.ru/obschestvo/13379037?ysclid=l8&_openstat=x" },
        { Page, "https://tass.ru/obschestvo/13379037?msclkid=a#top" },
        { Page, "https://tass.ru/obschestvo/13379037?mc_cid=1&mc_eid=2" },
        { Page, "https://tass.ru/obschestvo/13379037?pk_campaign=a" },
        { "https://a.example/?id=7&lang=ru", "https://a.example/?lang=ru&id=7" },
        { "https://a.example/?id=7&lang=ru", "https://a.example?id=7&lang=ru" },
        { "https://a.example/?id=7&lang=ru", "https://a.example/?id=7&utm_id=1&lang=ru" },
        { "https://a.example/?q=two+words", "https://a.example/?q=two%20words" },
        { "https://a.example/?q=%d0%b0", "https://a.example/?q=%D0%B0" },
        { "https://a.example/?q=%D0%B0", "https://a.example/?q=а" },
        { "https://a.example/", "https://a.example" },
        { "https://a.example/новости", "https://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8" },
        { "https://новости.қаз/бір", "https://xn--b1amnebsh.xn--80ao21a/%D0%B1%D1%96%D1%80" },
        { "https://a.example/x?a=b=c", "https://a.example/x?a=b%3Dc" },
        { "https://a.example/a:b", "https://a.example/a%3Ab" },
    };

    public static readonly TheoryData<string, string> OtherPages = new()
    {
        { Page, "https://tass.ru/obschestvo/13379038" },
        { Page, "https://tass.ru/politika/13379037" },
        { Page, "https://tass.com/obschestvo/13379037" },
        { Page, "https://m.tass.ru/obschestvo/13379037" },
        { Page, "https://tass.ru:8080/obschestvo/13379037" },
        { Page, "https://tass.ru/Obschestvo/13379037" },
        { Page, "https://tass.ru/obschestvo/13379037/amp" },
        { Page, "https://tass.ru/obschestvo/13379037?page=2" },
        { Page, "https://tass.ru/obschestvo//13379037" },
        { Page, "https://tass.ru/obschestvo%2F13379037" },
        { Page, "https://web.archive.org/web/2022/https://tass.ru/obschestvo/13379037" },
        { "https://a.example/?id=7", "https://a.example/?id=8" },
        { "https://a.example/?id=7", "https://a.example/?ID=7" },
        { "https://a.example/?id=7", "https://a.example/" },
        { "https://a.example/?id=7", "https://a.example/?id=7&id=8" },
        { "https://a.example/?id=7", "https://a.example/id=7" },
        { "https://a.example/?a=1&b=2", "https://a.example/?a=2&b=1" },
        { "https://a.example/?q=a%26b", "https://a.example/?q=a&b" },
        { "https://a.example/?q=a%2Bb", "https://a.example/?q=a+b" },
        { "https://a.example/?utm=1", "https://a.example/" },
        { "https://a.example/?source=tg", "https://a.example/" },
        { "https://www.com/", "https://com.example/" },
        { "https://a.example/%25D0", "https://a.example/%2525D0" },
        { "https://a.example/index.html", "https://a.example/" },
    };

    [Theory, MemberData(nameof(SamePages))]
    public void Addresses_of_one_page_have_one_key(string a, string b)
    {
        UrlKey.Of(b).Should().NotBeNull().And.Be(UrlKey.Of(a));
    }

    [Theory, MemberData(nameof(OtherPages))]
    public void Addresses_of_two_pages_have_two_keys(string a, string b)
    {
        UrlKey.Of(b).Should().NotBeNull().And.NotBe(UrlKey.Of(a));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("tass")]
    [InlineData("localhost/x")]
    [InlineData("two words.example/x")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("ftp://tass.ru/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@tass.ru")]
    [InlineData("https://user:secret@tass.ru/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://tass.ru/a\tb")]
    [InlineData("https://tass.ru/a\0b")]
    public void Text_that_is_no_address_of_a_web_page_has_no_key(string text)
    {
        UrlKey.Of(text).Should().BeNull();
    }

    [Fact]
    public void An_address_longer_than_2000_characters_has_no_key()
    {
        UrlKey.Of($"https://a.example/{new string('x', 1982)}").Should().NotBeNull();
        UrlKey.Of($"https://a.example/{new string('x', 1983)}").Should().BeNull();
    }
}
