"""The site for CloudFront before an S3 bucket: a response headers policy and a viewer-request function."""

from __future__ import annotations

import json

from generator.hosting.facts import Site

# These have places of their own in the policy; CloudFront refuses them among the custom headers.
_OWN_PLACES = {
    "Content-Security-Policy": ("ContentSecurityPolicy", "ContentSecurityPolicy"),
    "Referrer-Policy": ("ReferrerPolicy", "ReferrerPolicy"),
    "X-Content-Type-Options": ("ContentTypeOptions", None),
}


def cloudfront_headers(site: Site) -> str:
    """The `--response-headers-policy-config` of `aws cloudfront create-response-headers-policy`."""
    security: dict[str, dict[str, object]] = {}
    custom = []
    for name, value in site.headers.items():
        if name in _OWN_PLACES:
            place, field = _OWN_PLACES[name]
            security[place] = {"Override": True, **({field: value} if field else {})}
        else:
            custom.append({"Header": name, "Value": value, "Override": True})
    policy = {
        "Name": "briefing",
        "Comment": "Made by briefing hosting cloudfront-headers",
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(custom), "Items": custom},
    }
    return json.dumps(policy, indent=2) + "\n"


def cloudfront_function(site: Site) -> str:
    """A function (runtime cloudfront-js-2.0) that finds the pages of folders and redirects moved ones."""
    moved = {site.at(redirect.old).rstrip("/"): site.at(redirect.new) for redirect in site.redirects}
    return f"""\
// Made by `briefing hosting cloudfront-function`. Make it again after an update instead of editing it.
const MOVED = {json.dumps(moved, indent=2)};

function redirect(status, to) {{
  const words = status === 301 ? "Moved Permanently" : "Found";
  return {{ statusCode: status, statusDescription: words, headers: {{ location: {{ value: to }} }} }};
}}

function handler(event) {{
  const request = event.request;
  const path = request.uri.replace(/\\/+$/, "");
  if (Object.hasOwn(MOVED, path)) return redirect(301, MOVED[path]);
  if (request.uri.endsWith("/")) request.uri += "index.html";
  else if (!request.uri.split("/").pop().includes(".")) return redirect(301, request.uri + "/");
  return request;
}}
"""
