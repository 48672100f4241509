import { execFile } from 'node:child_process';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { root } from '../../scripts/project.mjs';

const run = promisify(execFile);
const generators = resolve(root, '../shared/media');
/** Slices of the series that tests look through. */
const SLICES = 12;

const succeeds = (program, ...options) =>
  run(program, options).then(
    () => true,
    () => false,
  );

async function python() {
  for (const name of ['python3', '/usr/bin/python3']) {
    if (await succeeds(name, '-c', 'import pydicom, numpy')) return name;
  }
  return undefined;
}

async function make(folder, slices) {
  if (existsSync(join(folder, 'list.json'))) return { folder };
  const missing = ['dicom.py', 'htj2k.mjs'].find((name) => !existsSync(join(generators, name)));
  if (missing) return { reason: `../shared/media/${missing} is not there` };
  const interpreter = await python();
  if (!interpreter) return { reason: 'needs python3-pydicom and python3-numpy' };
  for (const tool of ['dcmcjpeg', 'gdcmconv']) {
    if (!(await succeeds(tool, '--version'))) return { reason: `needs ${tool} (dcmtk and libgdcm-tools)` };
  }
  const begun = `${folder}.${process.pid}`;
  mkdirSync(begun, { recursive: true });
  try {
    await run(interpreter, [join(generators, 'dicom.py'), begun, String(slices)], { maxBuffer: 1e8 });
    // Where the packages that it needs are found.
    copyFileSync(join(generators, 'htj2k.mjs'), join(begun, 'htj2k.mjs'));
    await run(process.execPath, [join(begun, 'htj2k.mjs'), begun]);
    if (!existsSync(folder)) renameSync(begun, folder);
    return { folder };
  } catch (error) {
    return { reason: `the generator failed: ${error.message}` };
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
}

const made = new Map();

/**
 * DICOM files in many encodings with the pixels that are in them, made once: `{ folder }` with list.json, or the
 * `{ reason }` why there are none.
 */
export function dicomFiles(slices = SLICES) {
  const folder = join(root, `.cache/media/dicom-${slices}`);
  if (!made.has(slices)) made.set(slices, make(folder, slices));
  return made.get(slices);
}

/** What `dicom.py` says of each file. */
export const listOf = ({ folder }) => JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'));

/** Serves the files under `/media/dicom/` to tests in the browser; the list is `{ reason }` where there are none. */
export function servedDicom() {
  const prefix = '/media/dicom/';
  return async (context, next) => {
    if (!context.path.startsWith(prefix)) return next();
    const { folder, reason } = await dicomFiles();
    if (!folder) {
      context.body = { reason };
      return undefined;
    }
    const file = resolve(folder, decodeURIComponent(context.path.slice(prefix.length)));
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return next();
    context.type = file.endsWith('.json') ? 'json' : 'application/octet-stream';
    context.length = statSync(file).size;
    context.body = createReadStream(file);
    return undefined;
  };
}
