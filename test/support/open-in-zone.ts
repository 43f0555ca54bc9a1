// Prints who is open when, as whatever time zone the process runs in has it. Argument: the layer as JSON.
import { withOpeningHours } from "../../src/read/with-opening-hours.js";

const layer = JSON.parse(process.argv[2] ?? "");
for (const openAt of ["Mo 00:30", "We 10:00", "We 23:30", "Sa 06:15", "Su 02:30", "2026-07-15 18:45"])
  for (const country of [undefined, "CN"])
    process.stdout.write(JSON.stringify(await withOpeningHours(layer, { openAt, ...(country && { country }) })));
