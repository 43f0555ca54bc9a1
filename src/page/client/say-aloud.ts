/** Says one sentence to who does not see. */
export function sayAloud(text: string): void {
  const said = document.getElementById("said");
  if (said !== null) said.textContent = text;
}
