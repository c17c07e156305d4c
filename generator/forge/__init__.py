"""Tells people where they work, on GitLab and Forgejo: under a merge request, in an issue."""
