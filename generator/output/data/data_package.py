"""The tables of an edition as a Data Package (version 2) of CSV files with Table Schemas, keys and types."""

import datetime
import hashlib
import json
import re
from decimal import Decimal

from generator.model.addresses import SiteAddress, folder_of
from generator.model.pages import Edition
from generator.model.runs import Target
from generator.model.tables import Cell, Column, DataTable, Filled
from generator.output.markdown.escape import cleaned
from generator.output.markdown.spreadsheet import csv_file, csv_text
from generator.words import words_in

# Frictionless: a name is of small letters, digits, full stops, hyphens and underscores.
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9._-]+")

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
FORMAT = "briefing-tables/1"
"""A change of tables or columns that a reader of them must know of raises the number."""


def table_file(filled: Filled, site: SiteAddress) -> bytes:
    """A table as CSV, below the names of its columns."""
    names = tuple(column.name for column in filled.table.columns)
    rows = (tuple(_written(cell, site) for cell in row) for row in filled.rows)
    return csv_file(csv_text((names, *rows)))


def address_of(target: Target, site: SiteAddress) -> str:
    """The whole address of a place; without one of the site, from its root."""
    there = f"{folder_of(target.page)}#{target.anchor}" if target.anchor else folder_of(target.page)
    return site.of(target) or there


def _written(cell: Cell, site: SiteAddress) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
        case datetime.date():
            return cell.isoformat()
        case Target():
            return address_of(cell, site)
    return str(cell)


def data_package(edition: Edition, site: SiteAddress) -> bytes:
    """What describes the tables: where they are, their columns, what they rest on, on what terms."""
    record = {
        "$schema": PROFILE,
        "format": FORMAT,
        "name": _NOT_IN_A_NAME.sub("-", edition.site_name.casefold()).strip("-") or "briefing",
        "title": cleaned(edition.site_name),
        "description": words_in(edition.language)("data.package", site=edition.site_name),
        "version": edition.fingerprint[:12],
        "created": f"{edition.as_of.latest().isoformat()}T00:00:00Z",
        **({"homepage": site.address} if site.address else {}),
        **_publisher(edition),
        "sources": [
            {"title": cleaned(item.title), **({"path": item.url} if item.url else {})}
            for item in edition.bibliography
        ],
        "resources": [_resource(filled, site) for filled in edition.tables],
    }
    return json.dumps(record, ensure_ascii=False, indent=1).encode(errors="replace") + b"\n"


def _publisher(edition: Edition) -> dict[str, object]:
    """Who made it, and on what terms it may be used, as far as that is said."""
    by = edition.publisher
    if by is None:
        return {}
    told: dict[str, object] = {"contributors": [{"title": cleaned(by.name), "roles": ["publisher"]}]}
    if by.terms and by.terms.startswith("https://"):
        told["licenses"] = [{"path": by.terms}]
    elif by.terms:
        told["terms"] = cleaned(by.terms)  # words are no licence that a machine could know
    return told


def _resource(filled: Filled, site: SiteAddress) -> dict[str, object]:
    content, table = table_file(filled, site), filled.table
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": f"tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: DataTable) -> dict[str, object]:
    foreign = [
        {"fields": [name], "reference": {"resource": there.replace("_", "-"), "fields": ["id"]}}
        for name, there in table.references()
    ]
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": column.type.value}
    return field | ({"constraints": {"required": True}} if column.required else {})
