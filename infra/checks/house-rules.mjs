// Rules of the house that oxlint has no words for.

const isCall = (node, object, property) =>
  node.callee.type === 'MemberExpression' && !node.callee.computed && node.callee.object.name === object && node.callee.property.name === property;

/** Only platform/clock.ts asks for now. */
const askForNow = {
  create(context) {
    const report = (node) => context.report({ node, message: 'Ask ClubClock for now (the browser: the server’s `now`); only platform/clock.ts reads a clock.' });
    return {
      NewExpression(node) { if (node.callee.name === 'Date' && node.arguments.length === 0) report(node); },
      CallExpression(node) { if (isCall(node, 'Date', 'now') || node.callee.name === 'Date') report(node); },
    };
  },
};

/** Pure packages give the same answer to the same question. */
const chance = {
  create(context) {
    return {
      CallExpression(node) {
        if (isCall(node, 'Math', 'random') || isCall(node, 'crypto', 'randomUUID')) context.report({ node, message: 'Chance is an argument here, like now and the zone.' });
      },
    };
  },
};

const doubleCast = {
  create(context) {
    return {
      TSAsExpression(node) {
        if (node.expression.type === 'TSAsExpression' && node.expression.typeAnnotation.type === 'TSUnknownKeyword') {
          context.report({ node, message: '`as unknown as` silences the compiler; check the value or fix the type.' });
        }
      },
    };
  },
};

/** A query runner that is not released blocks the eleventh caller for ever (typeorm #4866). */
const queryRunner = {
  create(context) {
    return {
      CallExpression(node) {
        if (node.callee.type === 'MemberExpression' && node.callee.property.name === 'createQueryRunner') context.report({ node, message: 'Use Database.transaction(cb).' });
      },
    };
  },
};

/** A class that needs more than five others does more than one thing. */
const fewDependencies = {
  create(context) {
    return {
      MethodDefinition(node) {
        if (node.kind === 'constructor' && node.value.params.length > 5) context.report({ node, message: `A constructor takes at most five parameters, this one takes ${node.value.params.length}.` });
      },
    };
  },
};

const SIDES = /^(left|right|(margin|padding|border)(Left|Right)\w*|[mp][lr]|border(Top|Bottom)(Left|Right)Radius)$/;
const SIDE_VALUES = new Set(['left', 'right']);
const SIDED = new Set(['textAlign', 'float', 'clear']);

/** Styles name the start and the end of a line, which lie on the other side in Arabic. */
const sides = {
  create(context) {
    const report = (node, name) => context.report({ node, message: `“${name}” is a side of the screen; say start or end (ms, me, ps, pe, insetInlineStart, textAlign: 'start'): Arabic begins on the right.` });
    const name = (property) => property.key.name ?? property.key.value;
    const walk = (node) => {
      if (!node || typeof node !== 'object') return;
      if (node.type === 'Property') {
        if (SIDES.test(name(node))) report(node, name(node));
        if (SIDED.has(name(node)) && SIDE_VALUES.has(node.value.value)) report(node, node.value.value);
        walk(node.value);
      } else if (node.type === 'ObjectExpression') node.properties.forEach(walk);
      else if (node.type === 'ArrayExpression') node.elements.forEach(walk);
      else if (node.type === 'ConditionalExpression') { walk(node.consequent); walk(node.alternate); }
      else if (node.type === 'LogicalExpression') walk(node.right);
      else if (node.type === 'SpreadElement') walk(node.argument);
      else if (node.type === 'ArrowFunctionExpression') walk(node.body);
    };
    return {
      JSXAttribute(node) {
        if ((node.name.name === 'sx' || node.name.name === 'style') && node.value?.type === 'JSXExpressionContainer') walk(node.value.expression);
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: { 'ask-for-now': askForNow, chance, 'double-cast': doubleCast, 'query-runner': queryRunner, 'few-dependencies': fewDependencies, sides },
};
