/** Gives a whole number of a file as a number or, beyond 2^53, as text: so ids keep their digits. */
export function toWholeNumber(value: bigint): number | string {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : String(value);
}
