// Run after each start: makes the replica set if there is none, and ends when it can be written to. Before that, the
// image runs a server without a replica set to create users in, which refuses all this.
const fs = require('fs');
const password = fs.readFileSync('/run/secrets/root', 'utf8').trim();

for (;;) {
  try {
    const admin = new Mongo('mongodb://localhost:27017/?directConnection=true').getDB('admin');
    admin.auth('root', password);
    try {
      admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb-0.mongodb:27017' }] } });
    } catch (refused) {
      if (refused.codeName !== 'AlreadyInitialized') throw refused;
    }
    if (admin.hello().isWritablePrimary && admin.hello().setName === 'rs0') break;
  } catch (notYet) {
    print(notYet.message);
  }
  sleep(1000);
}
