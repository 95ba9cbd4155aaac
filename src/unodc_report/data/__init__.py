"""Reference tables: generated files under tables/, loaded once, validated when loaded. Sources and licences: tables/README.md."""
