import { chromium, type Browser } from 'playwright-core';
import { launchOptions } from '../../.scripts/browser.mjs';

/** A headless Chromium started as every test starts it; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}
