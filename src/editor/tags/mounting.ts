import type { TagModule, TagNode } from '../../contract/tag.js';
import type { Scope, View } from '../../contract/view.js';
import { error } from '../../model/problem.js';
import { eventually, runInAction, untracked } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { EditorTagContext } from './tag-context.js';

/**
 * Mounts the tag tree into a host element, anew whenever the config, the task or the registered tags are others. Every
 * tag is mounted on its own: one that fails says so in its place, and the rest goes on.
 */
export class Mounting {
  readonly #editor: Editor;
  readonly #host: HTMLElement;
  readonly #adopt: (css: string) => void;
  readonly #onReady: (taskId: number | string | undefined) => void;
  /** Settles when everything that is mounted now is displayed; never rejects. */
  ready: Promise<void> = Promise.resolve();

  /** @param onReady called when a tree is displayed and was not replaced meanwhile; without a task there is no id. */
  constructor(
    editor: Editor,
    host: HTMLElement,
    adopt: (css: string) => void,
    scope: Scope,
    onReady: (taskId: number | string | undefined) => void,
  ) {
    this.#editor = editor;
    this.#host = host;
    this.#adopt = adopt;
    this.#onReady = onReady;
    let tree: Scope | undefined;
    scope.react(() => {
      const { config, workspace } = editor;
      // A task that is loaded again is mounted again, even if its data are the same.
      const { task } = workspace;
      const { isFetching } = editor;
      tree?.dispose();
      if (isFetching) {
        this.ready = eventually(() => !editor.isFetching, scope.signal);
        return;
      }
      tree = scope.child();
      const inside = tree;
      untracked(() => this.#mountTree(config.root, task?.id, inside));
    });
    scope.add(() => host.replaceChildren());
  }

  #mountTree(root: TagNode | undefined, taskId: number | string | undefined, scope: Scope): void {
    this.#host.replaceChildren();
    const pending: Promise<void>[] = [];
    if (root && taskId !== undefined) this.#mountNode(root, this.#host, scope, pending);
    else if (root) this.#host.append(placeholder('No task is loaded. The host page gives one in the property "task".'));
    else if (taskId !== undefined) this.#host.append(placeholder(this.#editor.problems[0]?.message ?? ''));
    this.ready = this.#settled(pending, scope).then(() => {
      if (!scope.signal.aborted) this.#onReady(taskId);
    });
  }

  /** Waits for all, those too that are added while others are waited for, and until what they show is painted. */
  async #settled(pending: readonly Promise<void>[], scope: Scope): Promise<void> {
    // A tree that is taken off may wait for what never comes.
    const gone = new Promise<void>((resolve) => {
      scope.add(resolve);
    });
    const shown = async () => {
      await Promise.all([this.#editor.geometry.whenReady(), this.#editor.whenEditing]);
      for (let seen = 0; seen !== pending.length; ) {
        seen = pending.length;
        await Promise.all(pending);
      }
    };
    await Promise.race([shown(), gone]);
    if (scope.signal.aborted) return;
    this.#editor.stages.flush();
    // A page in the background gets no frames; it is as ready as it can be.
    if (document.visibilityState === 'hidden') return;
    // What a frame lays out is fitted to its room by its observers, and seen in the next.
    for (let frame = 0; frame < 2; frame++) {
      await new Promise<void>((resolve) => {
        scope.frame(() => resolve());
        scope.add(resolve);
      });
    }
  }

  #mountNode(node: TagNode, into: HTMLElement, scope: Scope, pending: Promise<void>[]): void {
    const { module } = node;
    if (module?.kind === 'part') return;
    const host = document.createElement('div');
    host.dataset.tag = module?.tag ?? node.tag;
    if (node.name !== undefined) host.dataset.name = node.name;
    into.append(host);
    scope.add(() => host.remove());
    if (node.name !== undefined) scope.add(this.#editor.places.mounted(node.name, host));
    scope.react(() => {
      host.hidden = !this.#editor.conditions.isShown(node);
    });
    const mountChildren = (element: HTMLElement, only = node.children) => {
      const inside = scope.child();
      for (const child of only) this.#mountNode(child, element, inside, pending);
      return () => inside.dispose();
    };
    if (module?.load) {
      const context = new EditorTagContext(this.#editor, node, host, scope, mountChildren);
      pending.push(this.#mountView(module, node, host, context));
    } else {
      if (!module) {
        const kept = node.name === undefined ? '' : ' Its results are kept.';
        host.append(placeholder(`<${node.tag}> is not available in this editor.${kept}`));
      }
      mountChildren(host);
    }
  }

  async #mountView(
    module: TagModule<View> | TagModule,
    node: TagNode,
    host: HTMLElement,
    context: EditorTagContext,
  ): Promise<void> {
    const { scope } = context;
    const at = { ...node.at, tag: node.tag };
    try {
      const view = (await ('load' in module ? module.load?.() : undefined)) as View | undefined;
      if (!view || scope.signal.aborted) return;
      if (view.styles !== undefined) this.#adopt(view.styles);
      await runInAction(() => view.mount(host, context));
    } catch (reason) {
      if (scope.signal.aborted) return;
      const why = reason instanceof Error ? reason.message : String(reason);
      const message = `<${node.tag}> could not be shown: ${why}`;
      context.report(error('tag/failed', message, at));
      host.append(placeholder(message));
    }
  }
}

function placeholder(message: string): HTMLElement {
  const note = document.createElement('p');
  note.className = 'le-placeholder';
  note.setAttribute('role', 'note');
  note.textContent = message;
  return note;
}
