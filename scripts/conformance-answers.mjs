/**
 * Runs inside the page: gives every control on show that asks for an answer one, by its fields and keys, and takes it back.
 * Answers how many took one, and what went wrong. A control that asks about regions is asked with a region selected.
 */
export async function answer({ task }) {
  const element = document.querySelector('label-editor');
  const root = element.shadowRoot;
  const wrong = [];
  const answered = {};
  const copy = () => JSON.parse(JSON.stringify(element.serialize()));
  const frames = async (count = 2) => {
    for (let frame = 0; frame < count; frame++) await new Promise((done) => requestAnimationFrame(done));
  };
  const key = (target, name) =>
    target.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: name,
        code: name === ' ' ? 'Space' : name,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
  const write = (field, text) => {
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const change = (field) => field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));

  /** What a person would do with each control; undefined: there is nothing to do. */
  const doing = {
    async Choices(host) {
      const boxes = [...host.querySelectorAll('input:not([type=search]):enabled')];
      const box = boxes.find(({ checked }) => !checked) ?? boxes[0];
      if (box) return box.click();
      const select = host.querySelector('select:enabled');
      const option =
        select && [...select.options].find(({ value, selected, disabled }) => value && !selected && !disabled);
      if (option) {
        select.value = option.value;
        return change(select);
      }
      const opener = host.querySelector('button:enabled');
      opener?.click();
      await frames();
      const entry = host.querySelector('[role=option]:not([aria-selected=true])');
      entry?.click();
      return entry ? undefined : 'nothing to choose';
    },
    async TextArea(host) {
      const field = [...host.querySelectorAll('textarea:enabled')].at(-1);
      // There may be as many texts as there can be.
      if (!field && host.querySelector('.le-textarea-text')) return 'full';
      if (!field) return 'no field';
      write(field, 'An answer');
      change(field);
      field.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          shiftKey: field.rows > 1,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
      field.blur();
    },
    async Number(host) {
      const field = host.querySelector('.le-number-box input:enabled');
      if (!field) return 'no field';
      field.focus();
      key(field, 'ArrowUp');
      field.blur();
    },
    async Rating(host) {
      const star = [...host.querySelectorAll('[role=radio]:enabled')].find((one) => one.ariaChecked !== 'true');
      if (!star) return 'no star';
      star.click();
    },
    async DateTime(host) {
      const values = { date: '2021-03-04', time: '05:06' };
      const fields = [...host.querySelectorAll('input:enabled, select:enabled')];
      if (fields.length === 0) return 'no field';
      for (const field of fields) {
        const { min, max } = field;
        write(
          field,
          values[field.type] ?? [...field.options].find(({ value, selected }) => value && !selected)?.value ?? '',
        );
        if (min && field.value < min) write(field, min);
        if (max && field.value > max) write(field, max);
        change(field);
        field.blur();
      }
    },
    async Pairwise(host) {
      const side = [...host.querySelectorAll('[role=radio]:enabled')].find((one) => one.ariaChecked !== 'true');
      if (!side) return 'no side';
      side.click();
    },
    async Ranker(host) {
      const card = host.querySelector('li[tabindex="0"], [role=listitem][tabindex="0"]');
      if (!card) return 'no card';
      card.focus();
      key(card, ' ');
      await frames();
      for (const way of ['ArrowRight', 'ArrowDown']) {
        key(root.activeElement ?? card, way);
        await frames();
      }
      key(root.activeElement ?? card, ' ');
    },
    async Taxonomy(host) {
      const opener = host.querySelector('button:enabled');
      if (!opener) return 'no field';
      opener.click();
      for (let tries = 0; tries < 40 && !host.querySelector('[role=tree]'); tries++) await frames(1);
      const tree = host.querySelector('[role=tree]');
      if (!tree) return 'no tree';
      tree.focus();
      for (let row = 0; row < 12; row++) {
        const before = JSON.stringify(copy());
        key(tree, ' ');
        await frames();
        if (JSON.stringify(copy()) !== before) break;
        key(tree, 'ArrowRight');
        key(tree, 'ArrowDown');
        await frames();
      }
      key(tree, 'Escape');
    },
  };

  const given = [...(task.annotations ?? []), ...(task.completions ?? [])].find(({ id }) => id !== undefined);
  if (given && !element.selectCompletion(given.id)) return { wrong, answered };
  // A prediction is only looked at.
  if (given?.readonly === true || (!given && task.predictions?.length > 0)) return { wrong, answered };
  await element.updateComplete;
  await frames();

  const attempt = async (host) => {
    const { tag, name } = host.dataset;
    host.scrollIntoView({ block: 'nearest' });
    const before = copy();
    const own = before.filter(({ from_name }) => from_name === name);
    const has = host.querySelector('textarea, input, select, button, [role=option], [role=radio], li');
    // What may not be changed, what is full, and what offers nothing takes no answer, rightly.
    if (own.some((item) => item.readonly === true) || !has) return undefined;
    const said = (results) => JSON.stringify(results.filter(({ from_name }) => from_name === name));
    const told = await doing[tag](host);
    await frames();
    element.closest('body').focus();
    const after = copy();
    if (said(after) === said(before)) return told ?? 'no result';
    for (let undone = 0; undone < 6 && JSON.stringify(copy()) !== JSON.stringify(before); undone++) element.undo();
    if (JSON.stringify(copy()) !== JSON.stringify(before)) wrong.push(`${tag} ${name}: undo left changes`);
    answered[tag] = (answered[tag] ?? 0) + 1;
    return undefined;
  };
  const hosts = [...root.querySelectorAll('[data-tag][data-name]')].filter(({ dataset }) => doing[dataset.tag]);
  const reasons = new Map();
  for (const host of hosts) {
    if (host.checkVisibility()) reasons.set(host, await attempt(host));
  }
  const regions = [
    ...new Set(
      copy()
        .filter(({ id, value }) => (typeof id === 'string' && value?.start !== undefined) || value?.x !== undefined)
        .map(({ id }) => id),
    ),
  ];
  for (const region of regions.slice(0, 5)) {
    element.select([region]);
    await frames();
    for (const host of hosts) {
      if (reasons.has(host) && reasons.get(host) === undefined) continue;
      if (host.checkVisibility()) reasons.set(host, await attempt(host));
    }
  }
  for (const [host, reason] of reasons) {
    if (reason !== undefined && reason !== 'full')
      wrong.push(`${host.dataset.tag} ${host.dataset.name} took no answer: ${reason}`);
  }
  return { wrong, answered };
}
