# PowerShell completion for nceplan; `nceplan completion powershell` prints this file.
# The program itself says what can stand where, so this needs no update when commands or flags change.
# Where it names nothing, PowerShell completes file names.

Register-ArgumentCompleter -Native -CommandName nceplan -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $elements = @($commandAst.CommandElements)
    $before = @($elements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    & $elements[0].Extent.Text __complete "--word=$wordToComplete" @before 2>$null |
        Where-Object { -not $_.StartsWith(':') } | ForEach-Object {
            $word, $description = $_ -split "`t", 2
            if (-not $description) { $description = $word }
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $description)
        }
}
