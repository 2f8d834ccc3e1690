/** The fields of a form by the parts of their names: `events.3.date` stands under `events`, `3`, `date`. */
export type FieldTree = { values: string[]; children: Map<string, FieldTree>; isRead: boolean };

/** More than any of our names has. */
const deepest = 16;

/** Puts the fields of a form into a tree. A name that is deeper than any of ours is left out, and told. */
export function treeOf(fields: Iterable<readonly [name: string, value: string]>): {
  tree: FieldTree;
  tooDeep: string[];
} {
  const tree = emptyTree();
  const tooDeep: string[] = [];
  for (const [name, value] of fields) {
    const parts = name.split(".", deepest + 1);
    if (parts.length > deepest) {
      tooDeep.push(name);
      continue;
    }
    let node = tree;
    for (const part of parts) {
      const child = node.children.get(part) ?? emptyTree();
      node.children.set(part, child);
      node = child;
    }
    node.values.push(value);
  }
  return { tree, tooDeep };
}

/** The names of the fields that nothing has read. */
export function* unreadNames(tree: FieldTree, path: readonly string[] = []): Generator<string> {
  if (tree.values.length > 0 && !tree.isRead) yield path.join(".");
  for (const [part, child] of tree.children) yield* unreadNames(child, [...path, part]);
}

/** Reads a field's values: those of a name that was sent several times in their order, none where it wasn't sent. */
export function valuesAt(tree: FieldTree | undefined): readonly string[] {
  if (tree === undefined) return [];
  tree.isRead = true;
  return tree.values;
}

/** Takes all that stands under a name as known, whatever it says. */
export function passOver(tree: FieldTree | undefined): void {
  if (tree === undefined) return;
  tree.isRead = true;
  for (const child of tree.children.values()) passOver(child);
}

function emptyTree(): FieldTree {
  return { values: [], children: new Map(), isRead: false };
}
