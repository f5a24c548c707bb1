/** Where in a JSON text its values stand, and where it stops being JSON: what people need who mend one by hand. */

export interface JsonPlaces {
  /** The line where the text stops being JSON; null if it is JSON to the end. Lines count from 1. */
  readonly brokenAt: number | null;
  /** The line of the value at a path like `a.0.b`; of the nearest one around it if there is none. */
  readonly lineOf: (path: string) => number;
}

/** A bracket, a colon, a comma or a whole value that has no parts (RFC 8259 §2). */
const TOKEN =
  /[[\]{}:,]|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

const SPACE = /[ \t\n\r]*/uy;

/** Deeper than any level file; below that every place is the one above. */
const DEEPEST = 16;

type Wanted = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next' | 'end';

interface Container {
  readonly kind: 'list' | 'object';
  readonly path: string;
  /** Of the entry that is being read. */
  key: string | number;
}

export function readJsonPlaces(text: string): JsonPlaces {
  const lines = new Map<string, number>();
  const open: Container[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  let line = 1;

  const pathHere = (): string => {
    const inside = open.at(-1);
    if (inside === undefined || open.length > DEEPEST) return inside?.path ?? '';
    return inside.path + (inside.path === '' ? '' : '.') + String(inside.key);
  };

  const afterValue = (): Wanted => (open.length === 0 ? 'end' : 'next');

  function close(kind: Container['kind']): Wanted | null {
    return open.pop()?.kind === kind ? afterValue() : null;
  }

  function takeValue(token: string): Wanted | null {
    lines.set(pathHere(), line);
    if (token === '{') {
      open.push({ kind: 'object', path: pathHere(), key: '' });
      return 'first-key';
    }
    if (token === '[') {
      open.push({ kind: 'list', path: pathHere(), key: 0 });
      return 'first-value';
    }
    return /^[\]}:,]/u.test(token) ? null : afterValue();
  }

  function takeKey(token: string): Wanted | null {
    const inside = open.at(-1);
    if (inside === undefined || !token.startsWith('"')) return null;
    inside.key = JSON.parse(token) as string;
    return 'colon';
  }

  function takeNext(token: string): Wanted | null {
    const inside = open.at(-1);
    if (inside === undefined) return null;
    if (token === ',') {
      if (typeof inside.key === 'number') inside.key += 1;
      return inside.kind === 'list' ? 'value' : 'key';
    }
    return token === ']' ? close('list') : token === '}' ? close('object') : null;
  }

  /** What is wanted after this token; null if it cannot stand here. */
  function take(token: string): Wanted | null {
    switch (wanted) {
      case 'value':
        return takeValue(token);
      case 'first-value':
        return token === ']' ? close('list') : takeValue(token);
      case 'key':
        return takeKey(token);
      case 'first-key':
        return token === '}' ? close('object') : takeKey(token);
      case 'colon':
        return token === ':' ? 'value' : null;
      case 'next':
        return takeNext(token);
      case 'end':
      default:
        return null;
    }
  }

  function skipSpace(): void {
    SPACE.lastIndex = at;
    const [space = ''] = SPACE.exec(text) ?? [];
    at += space.length;
    line += space.split('\n').length - 1;
  }

  function isJson(): boolean {
    for (skipSpace(); at < text.length; skipSpace()) {
      TOKEN.lastIndex = at;
      const [token] = TOKEN.exec(text) ?? [];
      const next = token === undefined ? null : take(token);
      if (token === undefined || next === null) return false;
      wanted = next;
      at += token.length;
    }
    return wanted === 'end';
  }

  const brokenAt = isJson() ? null : line;

  return {
    brokenAt,
    lineOf(path) {
      for (let near = path; near !== ''; near = near.slice(0, Math.max(0, near.lastIndexOf('.')))) {
        const found = lines.get(near);
        if (found !== undefined) return found;
      }
      return lines.get('') ?? 1;
    },
  };
}
