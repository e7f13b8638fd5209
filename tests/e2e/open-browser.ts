import { chromium, type Browser } from 'playwright-core';
import { launchOptions } from '../../.scripts/browser.mjs';

/** Milliseconds after which a wait for something on a page gives up and names it: long on purpose, see vitest.config.ts. */
const patience = 120_000;

/** A headless Chromium started as every test starts it, whose pages wait patiently; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch(await launchOptions());
  browser.on('context', (context) => context.setDefaultTimeout(patience));
  return browser;
}
