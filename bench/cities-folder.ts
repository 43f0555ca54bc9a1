import { fileURLToPath } from "node:url";

/** The folder with the city data: named by QUARTERHOUR_CITIES, else beside the checkout. */
export function citiesFolder(): string {
  return process.env.QUARTERHOUR_CITIES ?? fileURLToPath(new URL("../../shared/cities", import.meta.url));
}
