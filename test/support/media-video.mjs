import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const buffer = { encoding: 'buffer', maxBuffer: 2 ** 28 };

/** Raised when other files are made than before. */
const version = 7;
const folder = resolve('.cache/media/video');
const script = resolve('../shared/media/video.sh');

/** Seconds that each kind lasts here: a group of 250 pictures and the start of the next. */
const seconds = (name) => ({ hd1080: 9, cfr5994: 6 })[name] ?? 12;

/**
 * Films whose frame numbers can be read from their pictures, made once of the generator with shorter durations, and some
 * more of them: other containers and codecs, and what is broken. `index.json` says of each the numbers that its
 * pictures show in order, as ffmpeg decodes them. Rejects with the reason where they cannot be made.
 */
let made;
export const videoFiles = () => (made ??= make());

async function make() {
  const index = join(folder, 'index.json');
  if (existsSync(index)) {
    const found = JSON.parse(await readFile(index, 'utf8'));
    if (found.version === version) return found;
  }
  if (!existsSync(script)) throw new Error('../shared/media/video.sh is not there');
  await run('ffmpeg', ['-version']).catch(() => {
    throw new Error('ffmpeg is not installed');
  });
  const work = `${folder}.making`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await generate(work);
  await derive(work);
  const files = {};
  for (const name of (await readdir(work)).sort()) {
    const shown = await numbersIn(join(work, name)).catch(() => undefined);
    files[name] = { size: (await stat(join(work, name))).size, ...(shown?.length && { shown }) };
  }
  await writeFile(join(work, 'index.json'), JSON.stringify({ version, files }));
  await rm(folder, { recursive: true, force: true });
  await rename(work, folder);
  return { version, files };
}

/** Runs the generator with our durations. */
async function generate(work) {
  const text = await readFile(script, 'utf8');
  const shorter = text
    .split('\n')
    .filter((line) => !line.startsWith('mk hd1080g30'))
    .map((line) => line.replace(/^(mk (\S+)\s+\S+\s+\S+\s+)\d+ /, (_, start, name) => `${start}${seconds(name)} `))
    .join('\n')
    .replace('duration=60', 'duration=12');
  await writeFile(join(work, 'make.sh'), shorter);
  await run('bash', [join(work, 'make.sh'), work]);
  await rm(join(work, 'make.sh'));
}

async function derive(work) {
  const ffmpeg = (...args) => run('ffmpeg', ['-v', 'error', '-y', ...args], { cwd: work });
  const copies = (from, to, ...args) => ffmpeg('-i', from, '-c', 'copy', ...args, to);
  await copies('cfr30.mp4', 'quicktime.mov');
  await copies('cfr2997.mp4', 'matroska.mkv');
  await copies('cfr25.mp4', 'stream.ts');
  await copies('cfr25.mp4', 'turned.mov', '-metadata:s:v', 'rotate=90');
  // The cut is in the middle of a frame.
  await ffmpeg('-ss', '1.017', '-i', 'cfr30.mp4', '-c', 'copy', 'cutmiddle.mp4');
  await shortenEdit(join(work, 'cfr30.mp4'), join(work, 'cutend.mp4'));
  // Each fifth frame has the time of the one before.
  await copies('cfr25.mp4', 'sametime.mp4', '-bsf:v', "setts=pts='if(eq(mod(PTS/512,5),4),PTS-512,PTS)'");
  const short = ['-t', '4', '-i', 'cfr25.mp4'];
  await ffmpeg(...short, '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '1M', 'vp9.webm');
  await ffmpeg(
    ...short,
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    'log-level=none',
    '-tag:v',
    'hvc1',
    'hevc.mp4',
  );
  await ffmpeg(...short, '-c:v', 'mpeg4', 'mpeg4.mp4');
  await ffmpeg('-i', 'withaudio.mp4', '-vn', '-c', 'copy', 'sound.m4a');
  await writeFile(join(work, 'empty.mp4'), '');
  await writeFile(join(work, 'page.mp4'), '<!doctype html><title>Sign in</title><p>Please sign in.');
  await writeFile(join(work, 'noise.mp4'), Buffer.alloc(5000, 'noise'));
  // `moov` stands at the end of one and at the start of the other.
  await copies('cfr30.mp4', 'headless.mp4');
  await truncate(join(work, 'headless.mp4'), 100_000);
  await copies('cfr30.mp4', 'cutoff.mp4', '-movflags', '+faststart');
  await truncate(join(work, 'cutoff.mp4'), Math.round((await stat(join(work, 'cutoff.mp4'))).size * 0.6));
}

/** A trim as telephones do it: the edit list ends before the file does. */
async function shortenEdit(from, to) {
  const bytes = await readFile(from);
  const duration = bytes.indexOf('elst') + 12;
  bytes.writeUInt32BE(Math.round(bytes.readUInt32BE(duration) / 2) + 10, duration);
  await writeFile(to, bytes);
}

/** The number in each picture, of all that ffmpeg decodes. */
async function numbersIn(file) {
  const args = [
    '-v',
    'error',
    '-noautorotate',
    '-i',
    file,
    '-map',
    '0:v:0',
    '-vf',
    'crop=iw:ih/8:0:0,scale=16:1:flags=area,format=gray',
  ];
  const { stdout } = await run('ffmpeg', [...args, '-vsync', '0', '-f', 'rawvideo', '-'], buffer);
  return Array.from({ length: stdout.length / 16 }, (_, frame) =>
    stdout.subarray(frame * 16, frame * 16 + 16).reduce((sum, grey, bit) => sum + (grey > 127 ? 2 ** bit : 0), 0),
  );
}

/**
 * Serves them at `/media-video/`, with byte ranges; `?whole`: without; `?cors`: to any origin. `/media-video/index.json`
 * makes them, or says with status 503 why that cannot be.
 */
export function servedVideos() {
  const prefix = '/media-video/';
  return async (context, next) => {
    if (!context.path.startsWith(prefix)) return next();
    const name = context.path.slice(prefix.length);
    const known = await videoFiles().catch((error) => error);
    if (known instanceof Error) {
      context.status = 503;
      context.body = known.message;
      return undefined;
    }
    if (name === 'index.json') {
      context.body = known.files;
      return undefined;
    }
    if (!Object.hasOwn(known.files, name)) return undefined;
    context.type = name === 'page.mp4' ? 'html' : name.endsWith('.ts') ? 'video/mp2t' : name;
    if ('cors' in context.query) context.set('access-control-allow-origin', '*');
    context.set('cache-control', 'no-cache');
    return send(context, join(folder, name), known.files[name].size);
  };
}

function send(context, path, size) {
  const range = 'whole' in context.query ? null : /^bytes=(\d+)-(\d*)$/.exec(context.get('range'));
  let [start, end] = [0, size - 1];
  if (range) {
    start = Number(range[1]);
    if (range[2]) end = Math.min(end, Number(range[2]));
    if (start > end) {
      context.status = 416;
      context.set('content-range', `bytes */${size}`);
      return;
    }
    context.status = 206;
    context.set('content-range', `bytes ${start}-${end}/${size}`);
  }
  if (!('whole' in context.query)) context.set('accept-ranges', 'bytes');
  context.set('content-length', String(end - start + 1));
  context.body = size === 0 ? '' : createReadStream(path, { start, end });
  if (!range) context.status = 200;
}
