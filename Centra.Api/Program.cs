using Centra.Api.Hosting;

return await Startup.RunAsync(args);
