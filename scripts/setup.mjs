import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { giveUp, root } from './project.mjs';

// Nothing is imported from node_modules at the top: this runs before there is one.

/** Installs the packages of package-lock.json unless exactly they are there. */
export function ensurePackages() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp(`Node 20 or newer is needed; this is ${process.version}.`);
  if (packagesAreCurrent()) return;
  console.log('Installing packages (npm ci) …');
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) giveUp('npm ci failed; see above. It needs access to an npm registry.');
}

/** npm keeps a copy of the lock file of what it installed; it leaves out what is not for this platform. */
function packagesAreCurrent() {
  const wanted = lockedPackages('package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' ? true : path in installed ? installed[path].version === version : optional,
  );
}

function lockedPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** The path of a Chromium-based browser; installs one if there is none. Also sets CHROME_PATH for what is started later. */
export async function ensureBrowser() {
  const path = (await installedBrowser()) ?? installBrowser();
  process.env.CHROME_PATH = path;
  return path;
}

async function installedBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) return existsSync(given) ? given : giveUp(`CHROME_PATH is ${given}, but there is no such file.`);
  const { Launcher } = await import('chrome-launcher');
  let found;
  try {
    found = Launcher.getFirstInstallation();
  } catch {
    // It throws where it finds none.
  }
  return found ?? edgePlaces().find((place) => existsSync(place)) ?? downloadedBrowser();
}

/** chrome-launcher knows no Edge, which every Windows has. */
function edgePlaces() {
  const { 'ProgramFiles(x86)': programs86 = '', ProgramFiles: programs = '' } = process.env;
  if (process.platform === 'win32') {
    return [programs86, programs].map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe'));
  }
  if (process.platform === 'darwin') return ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];
  return ['/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable'];
}

const hasApt = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/** Whether it worked. */
function aptInstall(packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', env: environment }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}

/** What makes the test media, by how one sees that it is there. */
const generators = [
  { packages: ['ffmpeg'], command: ['ffmpeg', '-version'] },
  { packages: ['dcmtk'], command: ['dcmcjpeg', '--version'] },
  { packages: ['libgdcm-tools'], command: ['gdcmconv', '--version'] },
  { packages: ['python3-pydicom', 'python3-numpy'], command: ['/usr/bin/python3', '-c', 'import pydicom, numpy'] },
  { packages: ['pcl-tools'], command: ['sh', '-c', 'command -v pcl_convert_pcd_ascii_binary'] },
];

/** Installs what makes the test media, where apt can; elsewhere the tests that need it say what is missing. */
export function ensureGenerators() {
  if (!existsSync(join(root, '../shared/media')) || !hasApt()) return;
  const missing = generators.filter(({ command: [program, ...args] }) => spawnSync(program, args).status !== 0);
  const packages = missing.flatMap((one) => one.packages);
  if (packages.length === 0) return;
  console.log(`Installing what makes test media (apt-get install ${packages.join(' ')}) …`);
  if (!aptInstall(packages)) console.log('Not all of it could be installed; tests that need it say so.');
}

function installBrowser() {
  if (hasApt()) {
    console.log('Installing Chromium (apt-get install chromium) …');
    // Without any font, text has no width, and there is nothing to select in it.
    if (aptInstall(['chromium', 'fonts-dejavu-core']) && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  } else {
    console.log('Downloading Chrome for Testing into .cache/browsers …');
    const script = join(root, 'node_modules/@puppeteer/browsers/lib/main-cli.js');
    const { status } = spawnSync(process.execPath, [script, 'install', 'chrome@stable', '--path', downloads], {
      stdio: 'inherit',
    });
    const path = status === 0 ? downloadedBrowser() : undefined;
    if (path) return path;
  }
  return giveUp(
    'The tests need Chrome, Chromium or Edge, and none was found or could be installed.\n' +
      'Install one (Debian: apt-get install chromium), or set CHROME_PATH to the program.',
  );
}

const downloads = join(root, '.cache/browsers');

/** What `browsers install` put there: chrome/<build>/chrome-<platform>/<program>. */
function downloadedBrowser() {
  const folder = join(downloads, 'chrome');
  if (!existsSync(folder)) return undefined;
  const program = {
    darwin: 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    win32: 'chrome.exe',
  }[process.platform];
  return readdirSync(folder)
    .flatMap((build) =>
      readdirSync(join(folder, build)).map((place) => join(folder, build, place, program ?? 'chrome')),
    )
    .find((path) => existsSync(path));
}
