import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

const CONTROL = 2;

/** What the built-in commands of the test runner lack; the typed side is input.ts. A command answers with a value. */
const commands = {
  async wheel(page, { x, y, deltaX = 0, deltaY = 0, ctrl = false }) {
    const session = await sessionOf(page);
    const modifiers = ctrl ? CONTROL : 0;
    await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers });
  },
  async pointer(page, { type, x, y, button = 'left', steps = 1, clickCount = 1 }) {
    if (type === 'move') await page.mouse.move(x, y, { steps });
    else if (type === 'down') await page.mouse.down({ button, clickCount });
    else await page.mouse.up({ button, clickCount });
  },
  async touch(page, { type, points }) {
    const session = await sessionOf(page);
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  },
  async screenshot(page, { path }) {
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path });
  },
};

const sessions = new WeakMap();
function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  return sessions.get(page);
}

export function inputCommands() {
  return {
    name: 'input-commands',
    async executeCommand({ command, payload, session }) {
      const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (!run) return undefined;
      await run(session.browser.getPage(session.id), payload);
      return true;
    },
  };
}
