"""The world around a site: its servers, the forges where people work on it, the links it gives."""
