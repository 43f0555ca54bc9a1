/** The upper half of code page 437, the encoding that the format sets. @see IBM, Code Page 437 */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
/** Letters of code page 437 that stand alone between plain ones: of a pair of bytes in GBK the first is one of few rare characters. */
const LONE_LETTER = /^(?:[^\x80-\xff]|(?<![\x80-\xff])[\x80-\x9a\xa0-\xa5\xe1](?![\x80-\xff]))*$/;

/**
 * Decodes the name of a file in an archive, which says at most whether it is UTF-8.
 *
 * Without that mark, what is made on Unix and macOS is UTF-8 where it can be, and so is what has characters of three bytes; single accented
 * letters are code page 437, as the format sets it; all else is GBK, as Chinese Windows writes it.
 */
export function decodeZipName(bytes: Uint8Array, isUtf8: boolean, isUnix: boolean): string {
  const hasLong = bytes.some((byte) => byte >= 0xe0);
  const letters = String.fromCharCode(...bytes);
  const isWestern = !isUtf8 && LONE_LETTER.test(letters);
  const encodings = isUtf8 || isUnix || hasLong ? ["utf-8", "gb18030"] : ["gb18030", "utf-8"];
  for (const encoding of isWestern ? [] : encodings)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding may fit
    }
  return letters.replace(/[\x80-\xff]/g, (letter) => CP437[letter.charCodeAt(0) - 0x80] as string);
}
