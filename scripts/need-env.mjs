// Stops a command whose environment lacks a variable: node scripts/need-env.mjs REDIS_URL
const missing = process.argv.slice(2).filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(`Set ${missing.join(' and ')} first.`);
  process.exit(1);
}
