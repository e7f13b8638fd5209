import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of an installed Chrome or Chromium that starts: the variable CHROMIUM, the command path, the usual
 * places, then the one that Playwright itself downloaded. Undefined when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (starts(named)) return named;
    throw new Error(
      `CHROMIUM = ${named} must be a Chrome or Chromium that starts: correct or unset the variable`,
    );
  }
  return names.map(onPath).find(starts) ?? places.find(starts) ?? [await downloaded()].find(starts);
}

/** Some distributions put a stub on the path that only tells how to install the real one. */
function starts(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true; // there, --version opens a window
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  const [command, ...parameters] =
    process.platform === 'win32' ? ['where', name] : ['sh', '-c', `command -v ${name}`];
  try {
    return execFileSync(command, parameters, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split(/\r?\n/)[0];
  } catch {
    return undefined;
  }
}

async function downloaded() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** How every test starts its browser: no sandbox where root has none, no traffic of the browser's own. */
export async function launchOptions() {
  const executablePath = await findBrowser();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    chromiumSandbox: process.platform !== 'linux' || process.getuid() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
