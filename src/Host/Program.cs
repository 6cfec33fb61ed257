using System.Text;
using MLNet.LossExperiments.Host;
using MLNet.LossExperiments.Host.Terminal;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new StopSignal();
return new ConsoleApplication(Console.Out, Console.Error, stop.Token).Run(args);
