/** Codes of Chinese plans: R, R1, R21 (GB 50137), with a letter after them where a city adds one; 07, 0701, 070102 (guide of 2023). */
const RESIDENTIAL_CODE = /^(R(\d{1,2}[a-z]?)?|07(0[1-3](\d\d)?)?|70[1-3](\d\d)?)$/i;
/** As OpenStreetMap and others write it out. */
const RESIDENTIAL_WORD =
  /^(residential|housing|habitation|wohnen|wohngebiet|logement|habitat|residencial|residenziale|wonen)\b/i;
const RESIDENTIAL_CHINESE = /^(?!.*(非居住|非住宅)).*(居住|住宅|宅基地)/;
/** What stands between the uses of mixed ground; the first is the main one. */
const BETWEEN_USES = /[/+;,、，；|]/;

/**
 * Tells whether people live on ground of a use: `residential`, `R21`, `二类居住用地`, `0701`. Of mixed ground (`R2/B1`, `住宅+商业`) the first use
 * decides, which plans write first because it is the main one.
 *
 * @see GB 50137-2011, table 3.3.2; Ministry of Natural Resources, classification of land and sea uses, 2023
 */
export function isResidentialUse(use: string): boolean {
  const [main = ""] = use.normalize("NFKC").split(BETWEEN_USES);
  const plain = main.trim();
  return RESIDENTIAL_CODE.test(plain) || RESIDENTIAL_WORD.test(plain) || RESIDENTIAL_CHINESE.test(plain);
}
