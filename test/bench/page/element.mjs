import { leftOf, makeTask, picture } from './boxes.mjs';

let given;

/** What a page has before a task is shown: the script, and the task as it comes from a server. */
export async function prepare(boxes, url) {
  await import('/dist/cdn/label-editor.js');
  given = makeTask(boxes, url);
}

/** `<label-editor>` from the CDN bundle, by its public contract only. */
export async function mount(host, _boxes, _url, { renderer }) {
  const element = document.createElement('label-editor');
  element.style.cssText = 'display:block;width:100%;height:100%';
  if (renderer) element.setAttribute('renderer', renderer);
  const { config, task } = given;
  const ready = new Promise((resolve, reject) => {
    element.addEventListener('task-ready', resolve, { once: true });
    element.addEventListener('editor-problem', ({ detail }) => {
      const fatal = detail.problems.find(({ severity }) => severity === 'error');
      if (fatal) reject(new Error(`${fatal.code}: ${fatal.message}`));
    });
  });
  element.config = config;
  element.task = task;
  host.replaceChildren(element);
  await ready;

  const another = structuredClone({ ...task, id: 2 });
  return {
    async next() {
      const shown = new Promise((resolve) => {
        element.addEventListener('task-ready', resolve, { once: true });
      });
      element.task = another;
      await shown;
    },
    count: () => element.serialize().length,
    point: (x, y) => {
      const at = element.toClient('img', [(100 * x) / picture.width, (100 * y) / picture.height]);
      return { x: at.x, y: at.y };
    },
    lefts: () => element.serialize().map(leftOf),
  };
}
