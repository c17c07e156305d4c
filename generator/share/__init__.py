"""The picture of a page that stands beside a link to it where people share links."""
