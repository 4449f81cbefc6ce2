// Run by mongosh: makes the replica set, and a user for each service who may read and write the service's own
// database and nothing else. Can be repeated: what is there stays, and passwords become what the files say.
const fs = require('fs');
const secret = name => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const databases = {
  'auth-service': 'auth',
  'appointment-service': 'appointments',
  'payment-service': 'payments',
  'notification-service': 'notifications',
  'chat-service': 'chats',
};

const root = encodeURIComponent(secret('mongodb-root-password'));
const server = new Mongo(`mongodb://root:${root}@mongodb:27017/?authSource=admin&directConnection=true`);
const admin = server.getDB('admin');
try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') throw e;
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] } });
  print('replica set made');
}
for (let tries = 0; !admin.hello().isWritablePrimary; tries++) {
  if (tries === 120) throw new Error('the replica set has no primary after a minute');
  sleep(500);
}

for (const [user, name] of Object.entries(databases)) {
  const database = server.getDB(name);
  const pwd = secret(`mongodb-${user}-password`);
  if (!/^[A-Za-z0-9]+$/.test(pwd)) throw new Error(`the password of ${user} is not of letters and digits only`);
  const roles = [{ role: 'readWrite', db: name }];
  if (database.getUser(user)) {
    database.updateUser(user, { pwd, roles });
  } else {
    database.createUser({ user, pwd, roles });
    print(`user ${user} made`);
  }
}
