// The names of roles are rules, so they stand with the contracts; here they are what every policy speaks of.
global using Roles = Centra.People.Roles;
