// Prints what ical.js reads of the calendars named on the command line, as JSON: for each its name, its address
// and its events. It throws where a calendar breaks the grammar.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;
const read = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  return {
    name: calendar.getFirstPropertyValue("name"),
    source: calendar.getFirstPropertyValue("source"),
    events: events.map(({ uid, summary, description, sequence, startDate, endDate, component }) => ({
      uid,
      summary,
      description,
      sequence,
      start: startDate.toString(),
      end: endDate.toString(),
      isDate: startDate.isDate,
      status: component.getFirstPropertyValue("status"),
      url: component.getFirstPropertyValue("url"),
    })),
  };
};
process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
