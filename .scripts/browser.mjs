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
 * Path of an installed Chrome or Chromium: the variable CHROMIUM, the command path, the usual places,
 * then the one that Playwright itself downloaded. Undefined when there is none.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM = ${named} must be the path of a Chrome or Chromium: there is no such file`);
  }
  return names.map(onPath).find(Boolean) ?? places.find((place) => existsSync(place)) ?? (await downloaded());
}

function onPath(name) {
  try {
    if (process.platform === 'win32') {
      return execFileSync('where', [name], { stdio: 'pipe' }).toString().split(/\r?\n/)[0];
    }
    return execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'pipe' })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

async function downloaded() {
  try {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
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
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
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
