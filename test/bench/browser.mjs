import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { browserSwitches } from '../../scripts/browser.mjs';

/** A fresh browser with one page: no heap, code cache or leftovers of the contender before. */
export async function openPage(url) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROME_PATH,
    args: browserSwitches(),
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 300_000,
  });
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url);
  await page.waitForFunction('window.ready');
  const session = await page.createCDPSession();
  // Thread ticks are CPU time of the main thread: they stand still while other programs have the processor.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const whole = await browser.target().createCDPSession();

  const mainThread = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const allProcesses = async () => {
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
  };
  return {
    page,
    errors,
    /**
     * Milliseconds that `act` took: by the wall clock, of CPU in all processes of the browser (in steps of 10 ms), and of
     * CPU in the page's main thread.
     */
    async costOf(act) {
      const before = { cpu: await allProcesses(), main: await mainThread() };
      const started = performance.now();
      const value = await act();
      const wall = performance.now() - started;
      const after = { cpu: await allProcesses(), main: await mainThread() };
      return { value, wall, cpu: after.cpu - before.cpu, main: after.main - before.main };
    },
    /** Bytes of the JavaScript heap that are alive, those of typed arrays included. */
    async heap() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
      return usedSize + backingStorageSize;
    },
    close: () => browser.close(),
  };
}
