// Prints a file with the scopes that a TextMate grammar gives its words:
// node paint.js GRAMMAR FILE
const fs = require('fs');
const path = require('path');
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

const [grammarPath, filePath] = process.argv.slice(2);
const wasm = path.join(
  path.dirname(require.resolve('vscode-oniguruma')), 'onig.wasm');

function paint(grammar) {
  let stack = textmate.INITIAL;
  for (const line of fs.readFileSync(filePath, 'utf8').trimEnd().split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    console.log(tokens.map((token) => {
      const scopes = token.scopes.slice(1)
        .map((scope) => scope.replace('.supine', ''));
      return `<${scopes.join(' ')}>` +
        line.slice(token.startIndex, token.endIndex);
    }).join(''));
  }
}

async function main() {
  await oniguruma.loadWASM(fs.readFileSync(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(
      fs.readFileSync(grammarPath, 'utf8'), grammarPath),
  });
  paint(await registry.loadGrammar('text.supine'));
}

main();
