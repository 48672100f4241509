/**
 * Marks a word on each text of a case with a label in hand, by the mouse of the browser, moves its end by the mouse and takes
 * both back. Answers how many texts were marked, how many of the marks made longer, and what went wrong.
 *
 * @param page the case is mounted in it
 * @param xml its config, for which labels are about which text
 */
export async function mark(page, { xml, task }) {
  const wrong = [];
  let marked = 0;
  let resized = 0;
  const results = () => page.evaluate(() => JSON.stringify(document.querySelector('label-editor').serialize()));
  const frames = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
  const completions = [...(task.annotations ?? []), ...(task.completions ?? [])];
  if (completions.some(({ readonly }) => readonly === true)) return { wrong, marked, resized };
  if (completions[0]?.id !== undefined)
    await page.evaluate((id) => document.querySelector('label-editor').selectCompletion(id), completions[0].id);
  for (const { text, controls } of await page.evaluate(textsOf, { xml })) {
    for (const control of controls) {
      const before = await results();
      const at = await page.evaluate(inHand, { text, control });
      if (!at) continue;
      await page.mouse.click(at.x, at.y, { count: 2 });
      await frames();
      const after = JSON.parse(await results());
      const fresh = after.slice(JSON.parse(before).length);
      if (fresh.length === 0 || fresh.some(({ to_name }) => to_name !== text)) {
        const said = await page.evaluate(
          () => document.querySelector('label-editor').shadowRoot.querySelector('.toast')?.textContent,
        );
        wrong.push(`a word on ${text} marked by ${control} made ${fresh.length} results (${said})`);
        continue;
      }
      marked++;
      const value = JSON.stringify(fresh[0].value);
      const grip = await page.evaluate(gripOf, { id: fresh[0].id });
      if (grip) {
        await page.mouse.move(grip.x, grip.y);
        await page.mouse.down();
        await page.mouse.move(grip.x + 12, grip.y, { steps: 4 });
        await page.mouse.move(grip.x + 24, grip.y, { steps: 4 });
        await page.mouse.up();
        await frames();
        const moved = JSON.parse(await results()).find(({ id }) => id === fresh[0].id);
        if (moved && JSON.stringify(moved.value) !== value) resized++;
      }
      // Of a drag, and of the mark.
      for (let step = 0; step < 2 && (await results()) !== before; step++)
        await page.evaluate(() => document.querySelector('label-editor').undo());
      if ((await results()) !== before) wrong.push(`undo of a mark on ${text} left changes`);
      break;
    }
  }
  return { wrong, marked, resized };
}

/** Runs in the page: the texts on show, and the names of the controls that mark them. */
function textsOf({ xml }) {
  const { shadowRoot } = document.querySelector('label-editor');
  const controls = [...new DOMParser().parseFromString(`<x>${xml}</x>`, 'text/html').querySelectorAll('[toname]')]
    .filter(({ localName, attributes }) => localName.endsWith('labels') || attributes.labeling?.value === 'true')
    .map((control) => ({ name: control.getAttribute('name'), texts: control.getAttribute('toname').split(',') }));
  return [...shadowRoot.querySelectorAll('[data-name]')]
    .filter((host) => host.querySelector('.le-flow-text') && host.checkVisibility())
    .map(({ dataset: { name } }) => ({
      text: name,
      controls: controls.filter(({ texts }) => texts.includes(name)).map((control) => control.name),
    }));
}

/** Runs in the page: takes a label of a control in hand. Answers where there is a word on a text; nothing where there is none. */
async function inHand({ text, control }) {
  const element = document.querySelector('label-editor');
  const { shadowRoot } = element;
  element.select([]);
  const labels = shadowRoot.querySelector(`[data-name="${CSS.escape(control)}"]`);
  const chip = [...(labels?.querySelectorAll('[role=option],[role=radio],[role=checkbox],button') ?? [])].find(
    (each) => each.checkVisibility() && !each.disabled && each.ariaDisabled !== 'true',
  );
  if (!chip) return undefined;
  if (![chip.ariaPressed, chip.ariaSelected, chip.ariaChecked].includes('true')) chip.click();
  const host = shadowRoot.querySelector(`[data-name="${CSS.escape(text)}"]`);
  host.scrollIntoView({ block: 'start' });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const range = document.createRange();
  const roots = [host.querySelector('.le-flow-text')];
  for (const each of roots[0].querySelectorAll('*')) if (each.shadowRoot) roots.push(each.shadowRoot);
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement?.closest('button, style, [aria-hidden=true]')) continue;
      const word = /[\p{L}\p{N}]{3,}/u.exec(node.data);
      if (!word) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (getComputedStyle(node.parentElement).userSelect === 'none') continue;
      const [box] = range.getClientRects();
      if (!box || box.width < 4 || box.top < 0 || box.bottom > innerHeight) continue;
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      if (document.elementFromPoint(at.x, at.y) === element) return at;
    }
  }
  return undefined;
}

/** Runs in the page: where the end of a region can be grasped. */
async function gripOf({ id }) {
  const element = document.querySelector('label-editor');
  element.select([id]);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const grip = [...element.shadowRoot.querySelectorAll('.le-flow-grip:not(.le-flow-grip-start)')].find((each) =>
    each.checkVisibility(),
  );
  if (!grip) return undefined;
  const { left, top, width, height } = grip.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
