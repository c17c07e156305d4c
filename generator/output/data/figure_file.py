"""The figures of a comparison as a file for spreadsheets."""

from generator.model.addresses import SiteAddress, folder_of
from generator.model.blocks import Comparison
from generator.model.pages import Edition, Page
from generator.model.runs import Target
from generator.model.values import parts_of
from generator.output.markdown.spreadsheet import comparison_csv, csv_file


def compares(page: Page) -> bool:
    """Whether a page holds a comparison."""
    return any(parts_of(page.sections, Comparison))


def figures_csv(edition: Edition, page: Page, site: SiteAddress) -> bytes:
    """All figures that a page compares, a line each, below the names of the columns."""
    del edition
    address = site.of(Target(page.path)) or folder_of(page.path)
    return csv_file("".join(comparison_csv(each, address) for each in parts_of(page.sections, Comparison)))
