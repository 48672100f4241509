/**
 * The address under which the peer's server has a file of its disk: `http://HOST/data/NAME?d=FOLDER`.
 *
 * @param path from the root, `/` between folders
 */
export function localFileUrl(path: string, host: string): string {
  const at = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
  return `http://${host}/data/${encoded(name)}?d=${encoded(folder).replaceAll('%20', '+')}`;
}

/** As Python writes it: more is encoded than JavaScript would. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
