// Run by the image once, when the database is new: a user for each service, with its own database alone.
const fs = require('fs');

const databases = {
  'auth-service': 'auth',
  'appointment-service': 'appointments',
  'payment-service': 'payments',
  'notification-service': 'notifications',
  'chat-service': 'chats',
};

for (const [user, name] of Object.entries(databases)) {
  const pwd = fs.readFileSync(`/run/secrets/${user}`, 'utf8').trim();
  db.getSiblingDB(name).createUser({ user, pwd, roles: [{ role: 'readWrite', db: name }] });
}
