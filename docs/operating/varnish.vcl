vcl 4.1;
# Varnish before KzFacts: a cache that answers while the server is away. Copy it to /etc/varnish/default.vcl.
# The server needs KzFacts:Proxies = 127.0.0.1. Under a path, set KzFacts:PublicUrl.

import std;

backend kzfacts {
    .host = "127.0.0.1";
    .port = "5080";
    .probe = {
        .url = "/health/ready";
        .interval = 1s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

sub vcl_recv {
    if (req.url ~ "/metrics$") {
        return (synth(404)); # for the operator only
    }
    if (req.url ~ "/v1/changes/stream") {
        return (pipe);
    }
    if (std.healthy(req.backend_hint)) {
        set req.grace = 60s; # stale-while-revalidate
    }
}

sub vcl_backend_response {
    # Varnish does not read stale-if-error. An answer that may not be cached has no lifetime.
    if (beresp.ttl > 0s) {
        set beresp.grace = 1d;
    }
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon); # the kept answer stays
    }
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
