import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Raised when other files are made than before. */
const version = 1;
const folder = resolve('.cache/media/audio');
const script = resolve('../shared/media/audio.mjs');
const prefix = '/media-made/audio/';

/** Seconds; there are clicks at 10 and 20. */
const length = 22;

/** What else is made of the generator's WAV, by name. */
const derived = {
  's24.wav': ['-c:a', 'pcm_s24le'],
  's32.wav': ['-c:a', 'pcm_s32le'],
  'u8.wav': ['-c:a', 'pcm_u8'],
  'f32.wav': ['-c:a', 'pcm_f32le'],
  'f64.wav': ['-c:a', 'pcm_f64le'],
  'alaw.wav': ['-c:a', 'pcm_alaw'],
  'mulaw.wav': ['-c:a', 'pcm_mulaw'],
  'rf64.wav': ['-rf64', 'always'],
  'adpcm.wav': ['-c:a', 'adpcm_ima_wav'],
  // More than is kept, so that parts are asked for again.
  'large.wav': ['-ar', '96000', '-ac', '2', '-c:a', 'pcm_f32le'],
  's16.aiff': [],
  's24.aiff': ['-c:a', 'pcm_s24be'],
  'sowt.aifc': ['-c:a', 'pcm_s16le', '-f', 'aiff'],
  'f32.aifc': ['-c:a', 'pcm_f32be', '-f', 'aiff'],
  's16.au': ['-c:a', 'pcm_s16be'],
  'mulaw.au': ['-c:a', 'pcm_mulaw'],
  'vbr.mp3': ['-q:a', '4'],
  'plain.mp3': ['-b:a', '48k', '-write_xing', '0', '-id3v2_version', '0'],
  'vbrplain.mp3': ['-q:a', '4', '-write_xing', '0'],
  'stereo.mp3': ['-ar', '44100', '-ac', '2', '-b:a', '128k'],
  'low.mp3': ['-ar', '44100', '-b:a', '32k'],
  'old.mp2': ['-ar', '44100', '-c:a', 'mp2'],
  'stereo.m4a': ['-ar', '44100', '-ac', '2', '-c:a', 'aac'],
  'fragments.mp4': ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov'],
  'late.mp4': ['-c:a', 'aac', '-movflags', '+faststart'],
  'plain.aac': ['-c:a', 'aac'],
  'alac.m4a': ['-c:a', 'alac'],
  'opus.ogg': ['-c:a', 'libopus', '-b:a', '32k'],
  'opus.webm': ['-c:a', 'libopus', '-b:a', '32k'],
  'flac.ogg': ['-c:a', 'flac'],
  's24.flac': ['-sample_fmt', 's32', '-c:a', 'flac'],
  'media.wma': ['-c:a', 'wmav2'],
};

/** Sounds with clicks at known times, made once. Rejects with the reason where they cannot be. */
let made;
const soundFiles = () => (made ??= make());

async function make() {
  const stamp = join(folder, 'index.json');
  if (existsSync(stamp)) {
    const found = JSON.parse(await readFile(stamp, 'utf8'));
    if (found.version === version) return found;
  }
  if (!existsSync(script)) throw new Error('../shared/media/audio.mjs is not there');
  await run('ffmpeg', ['-version']).catch(() => {
    throw new Error('ffmpeg is not installed');
  });
  const work = `${folder}.making`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await run(process.execPath, [script, work, String(length)]);
  for (const [name, args] of Object.entries(derived)) {
    await run('ffmpeg', ['-v', 'error', '-y', '-i', `a${length}.wav`, ...args, name], { cwd: work });
  }
  const index = { version, seconds: length, files: (await readdir(work)).filter((name) => extname(name) !== '.json') };
  await writeFile(join(work, 'index.json'), JSON.stringify(index));
  await rm(folder, { recursive: true, force: true });
  await rename(work, folder);
  return index;
}

const range = /^bytes=(\d+)-(\d+)$/;

/**
 * Serves them under `/media-made/audio/`, in ranges where they are asked for. `index.json` lists them, or says with
 * `missing` why there are none. `?whole`: no ranges are given; `?breaks=BYTES`: the connection breaks there.
 */
export function servedSounds() {
  return async (context, next) => {
    if (!context.path.startsWith(prefix)) return next();
    const name = decodeURIComponent(context.path.slice(prefix.length));
    try {
      const index = await soundFiles();
      if (name === 'index.json') context.body = index;
      if (!index.files.includes(name)) return undefined;
    } catch (reason) {
      context.body = { missing: reason.message };
      return undefined;
    }
    const file = join(folder, name);
    const { size } = await stat(file);
    const { whole, breaks } = context.query;
    const [, from, to] = (whole === undefined && range.exec(context.get('range'))) || [];
    const [start, end] = from === undefined ? [0, size - 1] : [Number(from), Math.min(Number(to), size - 1)];
    context.status = from === undefined ? 200 : 206;
    context.type = 'application/octet-stream';
    if (whole === undefined) context.set('accept-ranges', 'bytes');
    if (from !== undefined) context.set('content-range', `bytes ${start}-${end}/${size}`);
    context.length = end - start + 1;
    const stream = createReadStream(file, { start, end: breaks === undefined ? end : Number(breaks) - 1 });
    // What was sent is to arrive before.
    if (breaks !== undefined) stream.once('end', () => setTimeout(() => context.res.destroy(), 300));
    context.body = stream;
    return undefined;
  };
}
