import { ascii } from './chunks.js';
import { mp3Frame, mpegLayer } from './mp3-frame.js';

/** How a file is to be read: by a reader of ours, by its container, or as a whole by the browser. */
export type Kind = 'wav' | 'aiff' | 'au' | 'mp3' | 'container' | 'whole';

export type Sniffed = { readonly kind: Kind; readonly name: string } | { readonly foreign: string };

/** What is plainly no sound, or none that a browser decodes. */
const foreign: readonly (readonly [start: RegExp | string, name: string])[] = [
  [/^\s*<(!doctype html|html|head|body|!--)/i, 'an HTML page, such as a login or an error'],
  [/^\s*<\?xml|^\s*<[a-z]/i, 'XML, such as an error message of a storage service'],
  [/^\s*[{[]\s*["{[\]}]/, 'JSON text'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'a picture'],
  [/^%PDF/, 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['\x1f\x8b', 'compressed with gzip, without the server saying so'],
  [/^\x30\x26\xb2\x75/, 'Windows Media (WMA), which browsers do not decode; convert it to MP3, FLAC or WAV'],
  [/^#!AMR/, 'AMR, which this browser does not decode; convert it to MP3, FLAC or WAV'],
  [/^MThd/, 'MIDI, which is notes and no sound'],
  [/^MAC /, "Monkey's Audio, which browsers do not decode; convert it to FLAC"],
  [/^wvpk/, 'WavPack, which browsers do not decode; convert it to FLAC'],
  [/^MP\+|^MPCK/, 'Musepack, which browsers do not decode; convert it to MP3 or FLAC'],
  [/^TTA1/, 'True Audio, which browsers do not decode; convert it to FLAC'],
  [/^\.ra\xfd|^\.RMF/, 'RealAudio, which browsers do not decode; convert it to MP3'],
  [/^RIFF....AVI /s, 'an AVI film, which browsers do not decode; convert it to MP4'],
];

const isAt = (start: string, what: RegExp | string): boolean =>
  typeof what === 'string' ? start.startsWith(what) : what.test(start);

/** What a file is by its first bytes; its name and type are not asked. @param bytes behind ID3 tags, if there are any */
export function sniff(bytes: Uint8Array): Sniffed {
  const start = ascii(bytes, 0, 64);
  const strange = foreign.find(([what]) => isAt(start, what));
  if (strange) return { foreign: strange[1] };
  if (isAt(start, /^(RIFF|RF64|BW64)....WAVE/s)) return { kind: 'wav', name: 'WAV' };
  if (isAt(start, /^FORM....AIF[FC]/s)) return { kind: 'aiff', name: 'AIFF' };
  if (isAt(start, /^\.snd/)) return { kind: 'au', name: 'AU' };
  if (isAt(start, /^OggS/)) return { kind: 'container', name: 'Ogg' };
  if (isAt(start, /^fLaC/)) return { kind: 'container', name: 'FLAC' };
  if (isAt(start, '\x1a\x45\xdf\xa3')) return { kind: 'container', name: 'WebM' };
  if (isAt(start, /^....(ftyp|moov|moof|mdat|wide|free|skip|pnot|styp)/s)) return { kind: 'container', name: 'MP4' };
  // ADTS: MPEG with layer 0.
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0) return { kind: 'container', name: 'AAC' };
  const layer = mpegLayer(bytes, 0);
  if (layer === 3) return { kind: 'mp3', name: 'MP3' };
  if (layer) return { kind: 'whole', name: `MPEG layer ${layer === 1 ? 'I' : 'II'}` };
  return hasFrames(bytes) ? { kind: 'mp3', name: 'MP3' } : { kind: 'whole', name: '' };
}

/** Whether three frames follow one another: an MP3 that does not begin with one. */
function hasFrames(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    let [next, count] = [at, 0];
    for (let frame = mp3Frame(bytes, at); frame && count < 3; frame = mp3Frame(bytes, next)) {
      next += frame.length;
      count++;
    }
    if (count === 3) return true;
  }
  return false;
}
