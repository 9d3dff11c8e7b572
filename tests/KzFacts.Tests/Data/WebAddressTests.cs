using FluentAssertions;
using KzFacts.Data.Text.Urls;

namespace KzFacts.Tests.Data;

public sealed class WebAddressTests
{
    const string Page = "https://tass.ru/obschestvo/13379037";

    public static readonly TheoryData<string, string> SyntaxAndTracking = new()
    {
        { Page, "http://tass.ru/obschestvo/13379037" },
        { Page, "https://tass.ru/obschestvo/13379037/" },
        { Page, "https://tass.ru/obschestvo/13379037//" },
        { Page, "https://tass.ru/obschestvo//13379037" },
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
        { Page, "//tass.ru/obschestvo/13379037" },
        { Page, "  https://tass.ru/obschestvo/13379037\n" },
        { Page, "<https://tass.ru/obschestvo/13379037>" },
        { Page, "\u200bhttps://tass.ru/\u00adobschestvo/13379037\u200e" },
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
        { Page, "https://tass.ru/obschestvo/13379037?utm_referrer=https%3A%2F%2Fdzen.ru" },
        { Page, "https://tass.ru/obschestvo/13379037?ymclid=1&yadclid=2&igshid=3" },
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

    public static readonly TheoryData<string, string, UrlRule> Equivalent = new()
    {
        { Page, "https://www.tass.ru/obschestvo/13379037", UrlRule.Subdomain },
        { Page, "www.tass.ru/obschestvo/13379037", UrlRule.Subdomain },
        { Page, "https://m.tass.ru/obschestvo/13379037", UrlRule.Subdomain },
        { Page, "https://mobile.tass.ru/obschestvo/13379037", UrlRule.Subdomain },
        { Page, "https://www.m.tass.ru/obschestvo/13379037", UrlRule.Subdomain },
        { Page, "https://touch.tass.ru/obschestvo/13379037", UrlRule.Subdomain },
        { "https://en.wikipedia.org/wiki/2022_Kazakh_unrest", "https://en.m.wikipedia.org/wiki/2022_Kazakh_unrest", UrlRule.Subdomain },
        { Page, "https://web.archive.org/web/20220109120000/https://tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://web.archive.org/web/20220109120000id_/http://www.tass.ru:80/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "http://web.archive.org/web/2022/tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://web.archive.org/web/*/https://tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://web.archive.org/save/https://tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://web.archive.org/web/2022/https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.WebArchive },
        { "https://a.example/?id=7", "https://web.archive.org/web/2022/https://a.example/?id=7&utm_source=x", UrlRule.WebArchive },
        { Page, "https://archive.ph/20220109/https://tass.ru/obschestvo/13379037", UrlRule.ArchiveToday },
        { Page, "https://archive.today/newest/https://tass.ru/obschestvo/13379037", UrlRule.ArchiveToday },
        { Page, "https://archive.is/2022.01.09-101112/https://tass.ru/obschestvo/13379037", UrlRule.ArchiveToday },
        { Page, "https://archive.ph/o/AbCdE/https://tass.ru/obschestvo/13379037", UrlRule.ArchiveToday },
        { Page, "https://archive.ph/?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.ArchiveToday },
        { Page, "https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjK:https://tass.ru/obschestvo/13379037+&cd=1",
            UrlRule.Cache },
        { Page, "https://webcache.googleusercontent.com/search?q=cache:tass.ru/obschestvo/13379037", UrlRule.Cache },
        { Page, "https://www.google.com/url?q=https://tass.ru/obschestvo/13379037&sa=U", UrlRule.Redirector },
        { Page, "https://www.google.kz/url?sa=t&url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&usg=x", UrlRule.Redirector },
        { Page, "https://google.com.tr/url?q=https://tass.ru/obschestvo/13379037", UrlRule.Redirector },
        { Page, "https://l.facebook.com/l.php?u=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037%3Ffbclid%3D1&h=x", UrlRule.Redirector },
        { Page, "https://lm.facebook.com/l.php?u=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Redirector },
        { Page, "https://www.facebook.com/l.php?u=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Redirector },
        { Page, "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Redirector },
        { Page, "https://l.instagram.com/?u=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&e=x", UrlRule.Redirector },
        { Page, "https://vk.com/away.php?to=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Redirector },
        { Page, "https://away.vk.com/away.php?to=https://tass.ru/obschestvo/13379037", UrlRule.Redirector },
        { Page, "https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Redirector },
        { Page, "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&data=x",
            UrlRule.Mail },
        { Page, "https://t.me/share/url?url=https://tass.ru/obschestvo/13379037", UrlRule.Redirector },
        { Page, "https://tass-ru.translate.goog/obschestvo/13379037?_x_tr_sl=ru&_x_tr_tl=en&_x_tr_hl=en", UrlRule.Translation },
        { "https://rus-news.example/a", "https://rus--news-example.translate.goog/a?_x_tr_sl=ru", UrlRule.Translation },
        { Page, "https://translate.google.com/translate?sl=ru&tl=en&u=https://tass.ru/obschestvo/13379037", UrlRule.Translation },
        { Page, "https://translate.google.kz/translate?u=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Translation },
        { Page, "https://translate.yandex.ru/translate?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&lang=ru-en", UrlRule.Translation },
        { Page, "https://translated.turbopages.org/proxy_u/ru-en.en.7b1e/https/tass.ru/obschestvo/13379037", UrlRule.Translation },
        { Page, "https://tass-ru.cdn.ampproject.org/c/s/tass.ru/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://tass-ru.cdn.ampproject.org/v/s/tass.ru/obschestvo/13379037/amp?amp_js_v=0.1&amp=1", UrlRule.AmpCache },
        { Page, "https://www.google.com/amp/s/tass.ru/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://www.google.ru/amp/tass.ru/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://tass-ru.turbopages.org/tass.ru/s/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://yandex.ru/turbo?text=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.AmpCache },
        { Page, "https://tass.ru/obschestvo/13379037/amp", UrlRule.Amp },
        { Page, "https://tass.ru/obschestvo/13379037/amp/", UrlRule.Amp },
        { Page, "https://tass.ru/amp/obschestvo/13379037", UrlRule.Amp },
        { Page, "https://amp.tass.ru/obschestvo/13379037", UrlRule.Amp },
        { Page, "https://tass.ru/obschestvo/13379037?amp", UrlRule.Amp },
        { Page, "https://tass.ru/obschestvo/13379037?amp=1", UrlRule.Amp },
        { Page, "https://tass.ru/obschestvo/13379037?outputType=amp", UrlRule.Amp },
        { Page, "https://tass.ru/obschestvo/13379037.amp", UrlRule.Amp },
        { "https://a.example/story.html", "https://a.example/story.amp.html", UrlRule.Amp },
        { "https://www.bbc.com/news/world-asia-59900738", "https://www.bbc.com/news/amp/world-asia-59900738", UrlRule.Amp },
        { "https://www.bbc.com/news/world-asia-59900738", "https://www.bbc.co.uk/news/world-asia-59900738", UrlRule.HostAlias },
        { "https://www.rferl.org/a/x/31752499.html", "https://staging.rferl.org/a/x/31752499.html", UrlRule.HostAlias },
        { "https://twitter.com/a/status/1", "https://x.com/a/status/1", UrlRule.HostAlias },
        { "https://www.facebook.com/a/posts/1", "https://mbasic.facebook.com/a/posts/1", UrlRule.HostAlias },
        { "https://t.me/orda_kz/100", "https://telegram.me/orda_kz/100", UrlRule.HostAlias },
        { "https://t.me/orda_kz/100", "https://t.me/s/orda_kz/100", UrlRule.Telegram },
        { "https://t.me/orda_kz/100", "https://t.me/orda_kz/100?single", UrlRule.Telegram },
        { "https://t.me/orda_kz/100", "https://t.me/orda_kz/100?embed=1&mode=tme", UrlRule.Telegram },
        { "https://t.me/orda_kz", "https://t.me/s/orda_kz?before=100", UrlRule.Telegram },
        { "https://www.youtube.com/watch?v=abcDEF12345", "https://youtu.be/abcDEF12345", UrlRule.Video },
        { "https://www.youtube.com/watch?v=abcDEF12345", "https://www.youtube.com/embed/abcDEF12345", UrlRule.Video },
        { "https://a.example/", "https://a.example/index.html", UrlRule.IndexPage },
        { "https://a.example/news/", "https://a.example/news/index.php", UrlRule.IndexPage },
        { "https://a.example/?id=7", "https://a.example/index.php?id=7", UrlRule.IndexPage },
        { Page, "https://web.archive.org/web/2022/https://www.google.com/amp/s/m.tass.ru/obschestvo/13379037/amp", UrlRule.AmpCache },
        { Page, "https://web.archive.org/web/https://tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://wayback.archive.org/web/20220109/https://tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://web.archive.org/20220109/tass.ru/obschestvo/13379037", UrlRule.WebArchive },
        { Page, "https://archive.ph/wip/https://tass.ru/obschestvo/13379037", UrlRule.ArchiveToday },
        { Page, "https://perma.cc/9ADD-MG9L?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Archive },
        { Page, "https://arquivo.pt/wayback/20220109120000/https://tass.ru/obschestvo/13379037", UrlRule.Archive },
        { Page, "https://megalodon.jp/2022-0109-1234-56/https://tass.ru:443/obschestvo/13379037", UrlRule.Archive },
        { Page, "https://webcitation.org/query?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&date=2022-01-09", UrlRule.Archive },
        { Page, "https://swap.stanford.edu/20220109120000/http://tass.ru/obschestvo/13379037", UrlRule.Archive },
        { Page, "https://12ft.io/https://tass.ru/obschestvo/13379037", UrlRule.Cache },
        { Page, "https://www.bing.com/amp/s/tass.ru/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://www.google.com/amp/s/tass.ru/obschestvo/13379037%3Famp", UrlRule.AmpCache },
        { Page, "https://yandex.ru/turbo/s/tass.ru/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://yandex.ru/turbo/tass.ru/s/obschestvo/13379037", UrlRule.AmpCache },
        { Page, "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly90YXNzLnJ1L29ic2NoZXN0dm8vMTMzNzkwMzc&ntb=1", UrlRule.Redirector },
        { Page, "https://r.search.yahoo.com/_ylt=Aw/RV=2/RE=1641/RO=10/RU=https%3a%2f%2ftass.ru%2fobschestvo%2f13379037/RK=2/RS=x-",
            UrlRule.Redirector },
        { Page, "https://out.reddit.com/t3_rz?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&token=A", UrlRule.Redirector },
        { Page, "https://t.me/iv?url=https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037&rhash=1", UrlRule.Redirector },
        { Page, "https://urldefense.proofpoint.com/v2/url?u=https-3A__tass.ru_obschestvo_13379037&d=DwMFaQ", UrlRule.Mail },
        { Page, "https://urldefense.com/v3/__https:/*tass.ru/obschestvo/13379037__;Lw!!HXCxUKc!gS3R$", UrlRule.Mail },
        { Page, "https://secure-web.cisco.com/1AbC_d/https%3A%2F%2Ftass.ru%2Fobschestvo%2F13379037", UrlRule.Mail },
        { "https://www.rferl.org/a/x/31752499.html", "https://www.rferl.org/amp/x/31752499.html", UrlRule.Amp },
        { "https://twitter.com/a/status/1", "https://x.com/A/status/1?s=46&t=x", UrlRule.Social },
        { "https://twitter.com/a/status/1", "https://twitter.com/a/status/1/photo/1", UrlRule.Social },
        { "https://twitter.com/a/status/1", "https://twitter.com/i/web/status/1", UrlRule.Social },
        { "https://twitter.com/a/status/1", "https://nitter.net/a/status/1#m", UrlRule.HostAlias },
        { "https://www.facebook.com/7/posts/9", "https://m.facebook.com/story.php?story_fbid=9&id=7&m_entstream_source=x", UrlRule.Social },
        { "https://vk.com/wall-1_2", "https://vk.ru/feed?w=wall-1_2", UrlRule.Social },
        { "https://www.instagram.com/p/CYxAbC/", "https://www.instagram.com/tokayev/reel/CYxAbC/?igsh=1", UrlRule.Social },
        { "https://www.tiktok.com/@a/video/71", "https://m.tiktok.com/v/71.html", UrlRule.Social },
        { "https://www.reddit.com/r/a/comments/rz1/slug/", "https://redd.it/rz1", UrlRule.Social },
        { "https://t.me/orda_kz/100", "https://t.me/Orda_KZ/100?comment=5", UrlRule.Telegram },
        { "https://www.youtube.com/watch?v=abcDEF12345", "https://m.youtube.com/watch?v=abcDEF12345&t=42s&list=PL1", UrlRule.Video },
        { "https://en.wikipedia.org/wiki/2022_Kazakh_unrest", "https://en.wikipedia.org/w/index.php?title=2022_Kazakh_unrest",
            UrlRule.Wiki },
        { "https://en.wikipedia.org/wiki/2022_Kazakh_unrest", "https://en.wikipedia.org/wiki/2022%20Kazakh%20unrest", UrlRule.Wiki },
        { "https://a.blogspot.com/2022/01/x.html", "https://a.blogspot.co.uk/2022/01/x.html?m=1", UrlRule.HostAlias },
        { Page, "https://tass.ru/obschestvo/13379037?theme=night", UrlRule.Display },
    };

    /// <summary>How people paste addresses that they were sent.</summary>
    public static readonly TheoryData<string> Pasted = new()
    {
        $"({Page})", $"«{Page}»", $"\"{Page}\"", $"'{Page}',", $"{Page}.", $"{Page}).", $"{Page}…", $"**{Page}**", $"[{Page}]",
        $"[TASS]({Page})", $"[TASS: \"164\"]({Page} \"title\").", $"[{Page}]({Page})", $"\ufeff{Page}", $"view-source:{Page}",
        "hxxps://tass[.]ru/obschestvo/13379037", "hxxps[:]//tass[.]ru/obschestvo/13379037", "tass(dot)ru/obschestvo/13379037",
        "https://tass.ru/obsche\r\nstvo/13379037", "https:/tass.ru/obschestvo/13379037", "https:\\\\tass.ru\\obschestvo\\13379037",
        "https://t%61ss.ru/obschestvo/13379037", "https://tass.ru/obschestvo/13379037?utm_source=a&amp;utm_medium=b",
    };

    public static readonly TheoryData<string, string> OtherPages = new()
    {
        { Page, "https://tass.ru/obschestvo/13379038" },
        { Page, "https://tass.ru/politika/13379037" },
        { Page, "https://tass.com/obschestvo/13379037" },
        { Page, "https://tass.ru:8080/obschestvo/13379037" },
        { Page, "https://tass.ru/Obschestvo/13379037" },
        { Page, "https://tass.ru/obschestvo/13379037?page=2" },
        { Page, "https://tass.ru/obschestvo%2F13379037" },
        { "https://a.example/?id=7", "https://a.example/?id=8" },
        { "https://a.example/?id=7", "https://a.example/?ID=7" },
        { "https://a.example/?id=7", "https://a.example/" },
        { "https://a.example/?id=7", "https://a.example/?id=7&id=8" },
        { "https://a.example/?id=7", "https://a.example/id=7" },
        { "https://a.example/?a=1&b=2", "https://a.example/?a=2&b=1" },
        { "https://a.example/?q=a%26b", "https://a.example/?q=a&b" },
        { "https://a.example/?q=a%2Bb", "https://a.example/?q=a+b" },
        { "https://a.example/?utm=1", "https://a.example/" },
        { "https://www.com/", "https://com.example/" },
        { "https://a.example/%25D0", "https://a.example/%2525D0" },
        { Page, "https://tass.ru.evil.example/obschestvo/13379037" },
        { Page, "https://evil-tass.ru/obschestvo/13379037" },
        { Page, "https://tasss.ru/obschestvo/13379037" },
        { Page, "https://tass.ru/" },
        { Page, "https://en.tass.ru/obschestvo/13379037" },
        { Page, "https://evil.example/?url=https://tass.ru/obschestvo/13379037" },
        { Page, "https://evil.example/url?q=https://tass.ru/obschestvo/13379037" },
        { Page, "https://google.com.evil.example/url?q=https://tass.ru/obschestvo/13379037" },
        { Page, "https://www.google.com/search?q=https://tass.ru/obschestvo/13379037" },
        { Page, "https://web.archive.org.evil.example/web/2022/https://tass.ru/obschestvo/13379037" },
        { Page, "https://web.archive.org/web/2022/https://tass.ru/obschestvo/13379038" },
        { Page, "https://web.archive.org/details/https://tass.ru/obschestvo/13379037" },
        { Page, "https://archive.ph/AbCdE" },
        { Page, "https://bit.ly/3zTass" },
        { Page, "https://l.facebook.com/l.php?h=https://tass.ru/obschestvo/13379037" },
        { Page, "https://tass-ru.translate.goog.evil.example/obschestvo/13379037" },
        { Page, "https://evil.example/amp/s/tass.ru/obschestvo/13379037" },
        { Page, "https://tass.ru/obschestvo/13379037-amp" },
        { Page, "https://tass.ru/obschestvo/amp13379037" },
        { Page, "https://tass.ru/obschestvo/13379037/amplifier" },
        { "https://a.example/", "https://a.example/amp" },
        { "https://a.example/", "https://a.example/amp/" },
        { "https://a.example/", "https://b.a.example/" },
        { "https://a.example/index", "https://a.example/" },
        { "https://m.co.uk/x", "https://co.uk/x" },
        { "https://t.me/orda_kz/100", "https://t.me/orda_kz/101" },
        { "https://t.me/orda_kz/100", "https://t.me/s/orda_kz" },
        { "https://twitter.com/a/status/1", "https://twitter.com/a/status/2" },
        { "https://twitter.com/a/status/1", "https://twitter.com/a" },
        { "https://en.wikipedia.org/wiki/A", "https://en.wikipedia.org/w/index.php?title=A&oldid=7" },
        { "https://en.wikipedia.org/wiki/A", "https://en.wikipedia.org/wiki/Talk:A" },
        { "https://vk.com/wall-1_2", "https://vk.com/feed?w=wall-1_3" },
        { "https://a.example/?theme=7", "https://a.example/" },
        { "https://a.example/x?source=tg", "https://a.example/x" },
        { "https://www.youtube.com/watch?v=abcDEF12345", "https://www.youtube.com/watch?v=abcDEF12346" },
        { "https://www.youtube.com/watch?v=abcDEF12345", "https://youtu.be/" },
        { "https://en.wikipedia.org/wiki/A", "https://ru.wikipedia.org/wiki/A" },
        { "https://www.rferl.org/a/1.html", "https://www.azattyq.org/a/1.html" },
        { "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/",
            "https://pledgetimes.com.evil.example/csto-will-send-peacekeepers-to-kazakhstan/" },
        { "https://pledgetimes.com/csto-will-send-peacekeepers-to-kazakhstan/", "https://pledgetimes.com/" },
    };

    [Theory, MemberData(nameof(SyntaxAndTracking))]
    public void Addresses_that_differ_only_in_syntax_and_tracking_have_one_normalized_form(string a, string b)
    {
        WebAddress.Of(b)!.Normalized.Should().Be(WebAddress.Of(a)!.Normalized);
    }

    [Theory, MemberData(nameof(Equivalent))]
    public void Equivalent_addresses_have_one_key_and_the_rule_is_named(string a, string b, UrlRule rule)
    {
        var (plain, other) = (WebAddress.Of(a)!, WebAddress.Of(b)!);

        other.Key.Should().Be(plain.Key);
        other.Normalized.Should().NotBe(plain.Normalized);
        other.Changes.Select(change => change.Rule).Should().Contain(rule);
    }

    [Theory, MemberData(nameof(Pasted))]
    public void What_stands_around_a_pasted_address_does_not_matter(string text)
    {
        WebAddress.Of(text)!.Key.Should().Be(WebAddress.Of(Page)!.Key);
    }

    [Fact]
    public void A_bracket_that_belongs_to_the_address_stays()
    {
        WebAddress.Of("(https://en.wikipedia.org/wiki/January_(month))")!.Key.Should().Be("en.wikipedia.org/wiki/January_%28month%29");
    }

    [Fact]
    public void Letters_that_were_encoded_twice_or_taken_apart_are_the_same_letters()
    {
        WebAddress.Of("https://a.example/%25D0%25B9")!.Key.Should().Be("a.example/%D0%B9");
        WebAddress.Of("https://a.example/и\u0306")!.Key.Should().Be("a.example/%D0%B9");
    }

    [Fact]
    public void A_full_stop_that_belongs_to_the_address_stays()
    {
        WebAddress.Of("https://a.example/Inc.?b=2.&a=1")!.Key.Should().Be("a.example/Inc.?a=1&b=2%2E");
    }

    [Theory, MemberData(nameof(OtherPages))]
    public void Addresses_of_two_pages_have_two_keys(string a, string b)
    {
        WebAddress.Of(b)!.Key.Should().NotBe(WebAddress.Of(a)!.Key);
    }

    [Theory]
    [InlineData("https://bit.ly/3zTass")]
    [InlineData("https://t.co/AbCdEfGhIj")]
    [InlineData("https://archive.ph/AbCdE")]
    [InlineData("https://archive.ph/wip/AbCdE")]
    [InlineData("https://perma.cc/9ADD-MG9L")]
    [InlineData("https://ghostarchive.org/archive/AbCdE")]
    [InlineData("https://vm.tiktok.com/ZMabc/")]
    [InlineData("https://www.google.com/url?q=https://bit.ly/3zTass")]
    public void A_short_link_is_opaque(string url)
    {
        WebAddress.Of(url)!.IsOpaque.Should().BeTrue();
    }

    [Theory]
    [InlineData(Page)]
    [InlineData("https://bit.ly.example/3zTass")]
    [InlineData("https://archive.ph/20220109/https://tass.ru/obschestvo/13379037")]
    public void Another_link_is_not_opaque(string url)
    {
        WebAddress.Of(url)!.IsOpaque.Should().BeFalse();
    }

    [Theory]
    [InlineData("https://tass.ru/x#:~:text=the%20dead", "the dead", null)]
    [InlineData("https://tass.ru/x#top:~:text=killed,in%20Almaty", "killed", "in Almaty")]
    [InlineData("https://tass.ru/x#:~:text=before-,killed,in%20Almaty,-after", "killed", "in Almaty")]
    [InlineData("<https://tass.ru/x#:~:text=killed&text=wounded>", "killed", null)]
    [InlineData("https://tass.ru/x#:~:text=%D0%BF%D0%BE%D0%B3%D0%B8%D0%B1%D0%BB%D0%B8", "погибли", null)]
    public void A_text_fragment_gives_the_passage(string url, string start, string? end)
    {
        WebAddress.Of(url)!.Passage.Should().Be(new UrlPassage(start, end));
    }

    [Theory]
    [InlineData("https://tass.ru/x#top")]
    [InlineData("https://tass.ru/x?q=:~:text=killed")]
    [InlineData("https://tass.ru/x#:~:text=")]
    public void Another_fragment_tells_no_passage(string url)
    {
        WebAddress.Of(url)!.Passage.Should().BeNull();
    }

    [Fact]
    public void Every_change_of_syntax_is_named()
    {
        WebAddress.Of(" <HTTP://TASS.ru:80/a//b%2fc/?utm_source=x&b=2&a=1#top> ")!.Changes.Select(change => change.Rule).Should().Equal(
            UrlRule.Pasted, UrlRule.Scheme, UrlRule.Host, UrlRule.Port, UrlRule.Path, UrlRule.Tracking, UrlRule.Query, UrlRule.Fragment);
    }

    [Fact]
    public void A_plain_address_needs_no_change()
    {
        WebAddress.Of(Page)!.Changes.Should().BeEmpty();
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
    [InlineData("https://tass.ru/a\0b")]
    public void Text_that_is_not_the_address_of_a_web_page_is_refused(string text)
    {
        WebAddress.Of(text).Should().BeNull();
    }

    [Fact]
    public void An_address_of_more_than_2000_characters_is_refused()
    {
        WebAddress.Of($"https://a.example/{new string('x', 1982)}").Should().NotBeNull();
        WebAddress.Of($"https://a.example/{new string('x', 1983)}").Should().BeNull();
    }
}
