/** Files that a document of some kind needs beside the decoder, by their names. */
interface Part {
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
}

/**
 * Where the build puts them: parts of their own, fetched when a document first needs one. What is not listed (the other
 * standard fonts, for which a system has its own) is done without.
 */
const places: readonly { readonly has: RegExp; at(): URL }[] = [
  { has: /^openjpeg\.wasm$/, at: () => new URL('./openjpeg.codec.js', import.meta.url) },
  { has: /^jbig2\.wasm$/, at: () => new URL('./jbig2.codec.js', import.meta.url) },
  { has: /^Foxit(Dingbats|Symbol)\.pfb$/, at: () => new URL('./symbol-fonts.codec.js', import.meta.url) },
  {
    has: /^(Adobe-CNS1|B5|CNS|ETHK|ETen|HK|UniCNS).*\.bcmap$/,
    at: () => new URL('./traditional-chinese-codes.codec.js', import.meta.url),
  },
  { has: /^(Adobe-GB1|GB|UniGB).*\.bcmap$/, at: () => new URL('./simplified-chinese-codes.codec.js', import.meta.url) },
  { has: /^(Adobe-Korea1|KSC|UniKS).*\.bcmap$/, at: () => new URL('./korean-codes.codec.js', import.meta.url) },
  { has: /\.bcmap$/, at: () => new URL('./japanese-codes.codec.js', import.meta.url) },
];

/** Rejects where it cannot be had. */
export async function extraFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const place = places.find(({ has }) => has.test(name));
  const part = place && ((await import(place.at().href)) as Part);
  const bytes = part?.files[name];
  if (!bytes) throw new Error(`There is no ${name}.`);
  // A copy: what is sent to the worker may be handed over.
  return bytes.slice();
}
